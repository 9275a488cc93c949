package org.diaodu.server.pages;

import java.util.Set;

/** Who looks at a page, as far as the page frame names it; roles without the prefix ROLE_. */
public record Visitor(String displayName, String unitName, Set<String> roles) {
    public boolean isAny(Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(roles::contains);
    }
}
