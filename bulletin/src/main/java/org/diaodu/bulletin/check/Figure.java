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

    Evidence evidence(String document, int offset) {
        return new Evidence(document, offset + start, offset + end, quote);
    }

    double value() {
        return printed.value();
    }

    /** The figure a number is in a role; growth printed in 倍 is in %. */
    static Figure of(
            Token token,
            Role role,
            int sign,
            Carrier carrier,
            String other,
            @Nullable Figure about,
            int column,
            String unit,
            int start,
            String quote) {
        boolean counted = switch (role) {
            case COUNT, COUNT_PART, RANK, RANK_CHANGE -> true;
            case FROM, TO, DELTA -> token.things();
            default -> false;
        };
        Printed printed = counted ? Printed.exact(token.value()) : Printed.rounded(token.value(), token.decimals());
        printed = printed.bounded(token.bound(), token.decimals());
        if (token.times()) {
            printed = printed.times(100);
        }
        String shown = switch (role) {
            case CONTRIBUTION, DIFFERENCE, CHANGE -> "个百分点";
            case GROWTH, GROWTH_SINCE, TWO_YEARS, SHARE, SHARE_OF_GROWTH, RATIO -> "%";
            default -> token.percent() ? "%" : unit;
        };
        return new Figure(
                start,
                token.end(),
                quote,
                role,
                sign < 0 ? printed.negated() : printed,
                shown,
                Token.scale(shown),
                carrier,
                other,
                about,
                column);
    }
}
