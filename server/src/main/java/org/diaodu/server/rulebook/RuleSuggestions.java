package org.diaodu.server.rulebook;

import java.util.List;

/** What the use of a rule suggests to change about it, as the room that uses it tells. */
public interface RuleSuggestions {

    /** A line for the rule's page and where it is decided. */
    record Suggestion(String zh, String en, String href) {}

    /** Those open for a rule, as far as the caller sees what they come from. */
    List<Suggestion> of(String rule);
}
