package org.diaodu.server.policies.clauses;

import java.util.List;

/**
 * Which clauses a list shows; "" leaves a field open.
 *
 * @param text part of a title, an issuer, a source or an id
 * @param region leading digits: clauses that are given somewhere in it
 * @param state one of {@link #STATES}
 */
public record ClauseFilter(
        String text, String kind, String field, String level, String region, String state, String delivery) {

    /** In force, not yet, no longer, under way, waiting for a second person, to end if a second person agrees. */
    public static final List<String> STATES = List.of("holds", "future", "past", "draft", "proposed", "ending");
}
