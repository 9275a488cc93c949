package org.diaodu.server.pages;

import java.util.Set;

/**
 * One entry of the navigation, contributed by a module as a bean; its text is the message {@code nav.<key>} and its
 * group's heading {@code nav.group.<group>}. An empty set of roles shows it to everybody who is signed in.
 */
public record NavEntry(String key, String group, String href, int order, Set<String> roles) {
    public NavEntry(String key, String group, String href, int order, String... roles) {
        this(key, group, href, order, Set.of(roles));
    }
}
