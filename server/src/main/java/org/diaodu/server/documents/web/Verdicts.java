package org.diaodu.server.documents.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.server.documents.OwnFigure;

/** How verdicts look: the colour of their light, their figures with at most four decimals. */
public final class Verdicts {

    private static final int PLACES = 4;

    private Verdicts() {}

    public static String colour(Relation relation) {
        return switch (relation.verdict()) {
            case AGREES -> "green";
            case CONTRADICTS -> "red";
            case OTHER_BASIS -> "amber";
            case IMPLIED -> "grey";
        };
    }

    public static String colour(OwnFigure figure) {
        return switch (figure.agreement()) {
            case AGREES -> "green";
            case ROUNDING -> "amber";
            case DIFFERS -> "red";
            case NONE -> "grey";
        };
    }

    public static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }
}
