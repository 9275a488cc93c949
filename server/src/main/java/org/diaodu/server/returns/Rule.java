package org.diaodu.server.returns;

import java.util.function.Predicate;

/** A validation rule: a stable code, its severity, the items it speaks about, and the check itself. */
record Rule(String code, Severity severity, Predicate<Item> about, Check check) {

    /** Judges one item of a return. */
    @FunctionalInterface
    interface Check {
        Verdict of(ReturnFacts facts, Item item);
    }

    static Predicate<Item> item(String code) {
        return item -> item.code().equals(code);
    }

    static Predicate<Item> every() {
        return item -> true;
    }

    static Predicate<Item> flows() {
        return Item::isFlow;
    }
}
