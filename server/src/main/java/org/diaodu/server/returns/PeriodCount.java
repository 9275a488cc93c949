package org.diaodu.server.returns;

/**
 * How many enterprises of a group must file for a period, and how far they are.
 *
 * @param expected in the list in the period's last month
 * @param filed have a return, whatever its state
 * @param queried of those, waiting for the clerk
 * @param answered of those, answered and waiting for the analyst
 * @param accepted of those, accepted
 * @param excused have no return and need none, for a reason
 * @param unexplained returns with findings that still need an explanation
 */
public record PeriodCount(
        int expected, int filed, int queried, int answered, int accepted, int excused, int unexplained) {

    public static final PeriodCount NONE = new PeriodCount(0, 0, 0, 0, 0, 0, 0);

    public PeriodCount plus(PeriodCount other) {
        return new PeriodCount(
                expected + other.expected,
                filed + other.filed,
                queried + other.queried,
                answered + other.answered,
                accepted + other.accepted,
                excused + other.excused,
                unexplained + other.unexplained);
    }

    public int missing() {
        return expected - filed - excused;
    }

    /** Neither accepted nor excused: what stands between the unit and its closing. */
    public int pending() {
        return expected - accepted - excused;
    }

    public double filedPct() {
        return expected == 0 ? 100 : 100.0 * (filed + excused) / expected;
    }
}
