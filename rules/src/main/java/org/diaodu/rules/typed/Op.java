package org.diaodu.rules.typed;

/**
 * What a call does with its arguments. Unless said otherwise an operation is null where any argument is null. Arguments
 * have been brought to fitting kinds before; a FEEL type error is a null constant, not an operation.
 */
public enum Op {
    /** True, false or null of FEEL's ternary logic, any number of arguments. */
    AND,
    OR,
    NOT,
    /** Never null. */
    IS_NULL,
    /** FEEL's {@code =}: null equals null; never null. */
    SAME,
    LESS,
    AT_MOST,
    /** The least of all; null where any is null. */
    LEAST,
    GREATEST,
    /** Condition, then, else: a condition that is false or null takes the else. */
    IF,
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** Rounded half up to the call's scale; null where the divisor is 0. */
    DIVIDE,
    /** The remainder with the sign of the divisor; null where the divisor is 0. */
    MODULO,
    /** The greatest whole number not above. */
    FLOOR,
    /** The least whole number not below. */
    CEILING,
    /** Brought to the call's scale, half up where places are lost; or to a binary number where the call's type is real. */
    RESCALE,
    ABS,
    SQRT,
    EXP,
    LOG,
    /** Base and exponent. */
    POWER,
    CONCAT,
    LENGTH,
    UPPER,
    LOWER,
    /** Text, start from 1 or from the end where negative, and perhaps a length; all in code points. */
    SUBSTRING,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    /** Text before the first match, empty where there is none. */
    BEFORE,
    AFTER,
    /** A whole or decimal number as FEEL prints it. */
    NUMBER_TO_TEXT,
    /** Text as a number; null where it is none. */
    TEXT_TO_NUMBER,
    DATE_TO_TEXT,
    YEAR,
    MONTH,
    DAY,
    /** Monday is 1. */
    WEEKDAY,
    DAY_OF_YEAR,
    /** ISO 8601. */
    WEEK_OF_YEAR,
    /** Date or date and time, and months; the last day of a shorter month where the day is missing. */
    ADD_MONTHS,
    ADD_DAYS,
    /** Date and time, and seconds. */
    ADD_SECONDS,
    /** Days from the second date to the first. */
    DAYS_BETWEEN,
    /** Seconds from the second date and time to the first. */
    SECONDS_BETWEEN,
    /** The date of a date and time. */
    DATE_OF,
    /** Seconds since midnight of a date and time. */
    TIME_OF,
    /** Midnight of a date. */
    AT_MIDNIGHT,
    /** Year, month, day; null where there is no such date. */
    DATE_FROM,
    /** Text as a date in ISO form; null where it is none. */
    TEXT_TO_DATE
}
