package org.diaodu.bulletin.check;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a passage with its role.
 *
 * @param printed the value in the unit as printed; falls are negative
 * @param unit the unit as printed, with its 万 or 亿
 * @param scale what one unit is in units without 万 and 亿
 * @param carrier what it is about
 * @param other the words for what it is set against: the base of a share, the comparator of a difference; may be empty
 * @param about the figure a change or a ratio refers to
 * @param column which of several columns of a list, from 0
 */
record Figure(
        int start,
        int end,
        String quote,
        Role role,
        Printed printed,
        String unit,
        double scale,
        Carrier carrier,
        String other,
        @Nullable Figure about,
        int column) {

    Evidence evidence(String document) {
        return new Evidence(document, start, end, quote);
    }

    double value() {
        return printed.value();
    }
}
