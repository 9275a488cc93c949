package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;

/** A unit as written: what it is in base units. */
record Unit(String surface, String base, BigDecimal factor, Class kind) {

    /** What is measured. */
    enum Class {
        PERCENT,
        POINT,
        TIMES,
        TENTH,
        MONEY,
        AMOUNT,
        COUNT,
        RANK
    }

    Unit per(Unit other) {
        return new Unit(surface + "/" + other.surface, base + "/" + other.surface, factor, Class.AMOUNT);
    }

    Unit per(String time) {
        return new Unit(surface + "/" + time, base + "/" + time, factor, Class.AMOUNT);
    }
}
