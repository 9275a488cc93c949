package org.diaodu.policy.book;

/** Where a clause's fact comes from. */
public sealed interface Fact {

    /** Data somebody holds. */
    record Held(String holder, String source) implements Fact {}

    /** A figure of the book, as it was on the day that another fact gives. */
    record Dated(String parameter, String dateFact) implements Fact {}
}
