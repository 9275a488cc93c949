package org.diaodu.server.returns;

/** What a rule says about one item of a return. */
sealed interface Verdict {

    Holds HOLDS = new Holds();

    /** The rule holds, or has nothing to compare. */
    record Holds() implements Verdict {}

    /** The rule does not hold: what is wrong and what to do about it, the value found and the value or bound expected. */
    record Violated(String zh, String en, String value, String expected) implements Verdict {}
}
