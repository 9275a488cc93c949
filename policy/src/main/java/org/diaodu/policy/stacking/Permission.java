package org.diaodu.policy.stacking;

/**
 * Two clauses that may be added although they share a group (叠加), in no order. A clause with itself: its payments to
 * several projects may be added.
 */
public record Permission(String one, String other) {

    public Permission {
        if (one.compareTo(other) > 0) {
            String first = other;
            other = one;
            one = first;
        }
    }
}
