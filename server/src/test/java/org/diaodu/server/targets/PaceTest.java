package org.diaodu.server.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked examples of what should be there by a day, and of what it takes from then on. */
class PaceTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2022, 1, 1);
    private static final LocalDate YEARS_END = LocalDate.of(2022, 12, 31);
    private static final LocalDate MARCH = LocalDate.of(2022, 3, 31);

    @Test
    void theEndOfMarchIsAQuarterOfTheYear() {
        assertThat(Pace.months(NEW_YEAR, MARCH)).isEqualByComparingTo("3");
        assertThat(Pace.months(NEW_YEAR, YEARS_END)).isEqualByComparingTo("12");
        assertThat(Pace.months(NEW_YEAR, LocalDate.of(2022, 4, 15))).isEqualByComparingTo("3.5");
        assertThat(Pace.months(MARCH, NEW_YEAR)).isEqualByComparingTo("0");
    }

    /** 242 projects in the year: 60.5 by the end of March; with 85 begun, 157 in nine months, 17.44 a month. */
    @Test
    void aFlowIsSpreadOverTheMonths() {
        assertThat(expected(Course.FLOW, "0", "242", MARCH)).isEqualByComparingTo("60.5");
        assertThat(perMonth("242", "85", MARCH)).isCloseTo(17.4444, within(0.0001));
    }

    /** From 4 100 to 5 000 enterprises in a year: 225 more by the end of March; at 4 300, 700 in nine months. */
    @Test
    void aLevelGoesFromWhereItStood() {
        assertThat(expected(Course.LEVEL, "4100", "5000", MARCH)).isEqualByComparingTo("4325");
        assertThat(perMonth("5000", "4300", MARCH)).isCloseTo(77.7778, within(0.0001));
    }

    @Test
    void aRateIsNotSpreadAndTheAimIsDueAtTheEnd() {
        assertThat(expected(Course.RATE, "0", "7", MARCH)).isEqualByComparingTo("7");
        assertThat(expected(Course.FLOW, "0", "242", YEARS_END)).isEqualByComparingTo("242");
        assertThat(Pace.perMonth(BigDecimal.TEN, BigDecimal.ONE, YEARS_END, YEARS_END)).isNull();
    }

    /** 7 % for the year, 8.1 % over months that are 24 % of the base: (7 − 0.24·8.1) / 0.76 = 5.056 / 0.76 = 6.653 %. */
    @Test
    void whatTheRestOfTheYearMustGrowByWeighsTheMonthsByTheirBase() {
        assertThat(rest("7", "8.1", "24")).isCloseTo(6.65263, within(0.00001));
        assertThat(rest("7", "7", "24")).isCloseTo(7, within(1e-12));
        assertThat(rest("6", "-2", "50")).isCloseTo(14, within(1e-12));
        assertThat(Pace.restOfYear(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(100)))
                .isNull();
    }

    @Test
    void boundsAndRangesSayWhatReachesThem() {
        assertThat(aim("20000", "20000", Bound.GE, "亿元").isReachedBy(yuan(20_000))).isTrue();
        assertThat(aim("20000", "20000", Bound.GT, "亿元").isReachedBy(yuan(20_000))).isFalse();
        assertThat(aim("20000", "20000", Bound.LE, "亿元").isReachedBy(yuan(20_000))).isTrue();
        assertThat(aim("20000", "20000", Bound.LT, "亿元").isReachedBy(yuan(20_000))).isFalse();
        Aim share = aim("35", "40", null, "%");
        assertThat(share.isReachedBy(new BigDecimal("34.9"))).isFalse();
        assertThat(share.isReachedBy(new BigDecimal("35"))).isTrue();
        assertThat(share.isReachedBy(new BigDecimal("40"))).isTrue();
        assertThat(share.isReachedBy(new BigDecimal("40.1"))).isFalse();
        assertThat(share.end(new BigDecimal("41"))).isEqualByComparingTo("40");
        assertThat(share.end(new BigDecimal("30"))).isEqualByComparingTo("35");
    }

    @Test
    void anAimReadsAsPeopleSayIt() {
        assertThat(aim("20000", "20000", Bound.GE, "亿元").text(false)).isEqualTo("不低于20,000亿元");
        assertThat(aim("2.1", "2.1", Bound.GE, "亿亩").text(true)).isEqualTo("at least 2.1亿亩");
        assertThat(aim("35", "40", null, "%").text(false)).isEqualTo("35—40%");
        assertThat(aim("5000", "5000", Bound.APPROX, "户").text(false)).isEqualTo("约5,000户");
        assertThat(TextUnit.parse("万千瓦时").base()).isEqualTo("千瓦时");
        assertThat(TextUnit.parse("亩")).isEqualTo(new TextUnit(BigDecimal.ONE, "亩"));
    }

    private static Aim aim(String low, String high, @Nullable Bound bound, String unit) {
        TextUnit in = TextUnit.parse(unit);
        return new Aim(in.toBase(new BigDecimal(low)), in.toBase(new BigDecimal(high)), bound, in);
    }

    private static BigDecimal yuan(long yi) {
        return BigDecimal.valueOf(yi).multiply(BigDecimal.valueOf(100_000_000));
    }

    private static BigDecimal expected(Course course, String base, String aim, LocalDate day) {
        return Pace.expected(course, new BigDecimal(base), new BigDecimal(aim), NEW_YEAR, YEARS_END, day);
    }

    private static @Nullable Double perMonth(String aim, String value, LocalDate day) {
        BigDecimal found = Pace.perMonth(new BigDecimal(aim), new BigDecimal(value), day, YEARS_END);
        return found == null ? null : (Double) found.doubleValue();
    }

    private static @Nullable Double rest(String aim, String soFar, String base) {
        BigDecimal found = Pace.restOfYear(new BigDecimal(aim), new BigDecimal(soFar), new BigDecimal(base));
        return found == null ? null : (Double) found.doubleValue();
    }
}
