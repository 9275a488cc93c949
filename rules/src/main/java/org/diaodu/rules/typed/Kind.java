package org.diaodu.rules.typed;

/** What a scalar is. The Java value of each is named beside it. */
public enum Kind {
    /** {@code BigDecimal}. */
    NUMBER,
    /** {@code String}. */
    TEXT,
    /** {@code Boolean}; with null the third value of FEEL's logic. */
    TRUTH,
    /** {@code LocalDate}. */
    DATE,
    /** {@code LocalDateTime}, without zone. */
    DATE_TIME,
    /** Seconds since midnight as {@code BigDecimal}, without zone. */
    TIME,
    /** A years and months duration: months as {@code BigDecimal}. */
    MONTHS,
    /** A days and time duration: seconds as {@code BigDecimal}. */
    SECONDS,
    /** The type of null alone. */
    NOTHING;

    /** Is it kept as a decimal number, with digits and a scale? */
    public boolean decimal() {
        return this == NUMBER || this == TIME || this == MONTHS || this == SECONDS;
    }
}
