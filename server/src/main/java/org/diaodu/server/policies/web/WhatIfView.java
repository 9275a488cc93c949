package org.diaodu.server.policies.web;

import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.server.policies.offer.Calculator;
import org.jspecify.annotations.Nullable;

/**
 * The calculator as its page shows it.
 *
 * @param address of the page itself
 * @param faults what is wrong with a figure, by its name
 * @param result null before anything was changed
 */
public record WhatIfView(
        String name,
        boolean own,
        String address,
        String back,
        Calculator.Form form,
        List<Field> first,
        List<Field> more,
        Map<String, String> faults,
        @Nullable Result result) {

    /**
     * A figure of the form.
     *
     * @param today in words; empty where it is not known
     * @param value as it stands in the field
     */
    public record Field(AskedFact fact, String today, String value) {

        public String id() {
            return "f-" + Integer.toHexString(fact.name().hashCode());
        }
    }

    /** What changes, in words. */
    public record Result(
            String today,
            String then,
            String difference,
            boolean more,
            List<Changed> changes,
            int same,
            List<Jump> cliffs) {}

    /** A clause of which something changes. */
    public record Changed(String title, String before, String after, boolean gain) {}

    /** A jump nearby. */
    public record Jump(String title, String words) {}
}
