package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodLawsTest {
    @Property
    void parsingUndoesPrinting(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.iso())).isEqualTo(period);
        assertThat(Period.parse(period.chinese())).isEqualTo(period);
    }

    @Property
    void goingForwardAndBackArrivesWhereItStarted(
            @ForAll("periods") Period period, @ForAll @IntRange(min = -99, max = 99) int n) {
        assertThat(period.plus(n).plus(-n)).isEqualTo(period);
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.plus(n).kind()).isEqualTo(period.kind());
        assertThat(Integer.signum(period.plus(n).compareTo(period))).isEqualTo(Integer.signum(n));
    }

    @Property
    void theSamePeriodLastYearSpansTheSameMonthsAYearEarlier(@ForAll("periods") Period period) {
        Period lastYear = period.samePeriodLastYear();
        assertThat(lastYear.first()).isEqualTo(period.first().minusYears(1));
        assertThat(lastYear.last()).isEqualTo(period.last().minusYears(1));
        assertThat(lastYear.kind()).isEqualTo(period.kind());
    }

    @Property
    void reportingPeriodsFollowEachOtherWithoutGap(
            @ForAll("periods") Period period, @ForAll @IntRange(min = -99, max = 99) int n) {
        Period reporting = period.plusReporting(n);
        assertThat(reporting.isReporting()).isTrue();
        assertThat(reporting.reporting()).isEqualTo(reporting);
        assertThat(reporting.nextReporting().first()).isEqualTo(reporting.last().plusMonths(1));
        assertThat(reporting.plusReporting(-n)).isEqualTo(period.reporting());
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(Period.Kind.class)
                .flatMap(kind -> Combinators.combine(Arbitraries.integers().between(2000, 2800), numbers(kind))
                        .as((year, number) -> new Period(kind, year, number)));
    }

    private static Arbitrary<Integer> numbers(Period.Kind kind) {
        return switch (kind) {
            case MONTH -> Arbitraries.integers().between(1, 12);
            case JAN_FEB -> Arbitraries.just(2);
            case YEAR_TO_DATE -> Arbitraries.integers().between(3, 12);
            case QUARTER -> Arbitraries.integers().between(1, 4);
            case YEAR -> Arbitraries.just(0);
        };
    }
}
