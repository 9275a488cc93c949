package org.diaodu.rules.kit;

import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;

/** What a trial of one node of one case came to. */
public sealed interface Outcome {

    /** An answer; null is FEEL's null. */
    record Answered(@Nullable Object value) implements Outcome {}

    /** The engine does not take this rule, and says which part of it. */
    record NotCompiled(String why, Place where) implements Outcome {}

    /** The engine took the rule and met an error. */
    record Failed(String why) implements Outcome {}
}
