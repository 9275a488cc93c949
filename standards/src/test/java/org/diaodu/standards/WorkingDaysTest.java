package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private final WorkingDays calendar = WorkingDays.bundled();

    @Test
    void theDayOfTheSampleIsAWorkingMonday() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 4, 25))).isTrue();
    }

    @Test
    void aSundayBeforeMayDayIsWorkedAndMayDayIsNot() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 4, 24))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 5, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 5, 4))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 5, 7))).isTrue();
    }

    @Test
    void threeWorkingDaysFromTheEveOfMayDayEndAfterIt() {
        assertThat(calendar.plus(LocalDate.of(2022, 4, 29), 3)).isEqualTo(LocalDate.of(2022, 5, 7));
        assertThat(calendar.plus(LocalDate.of(2022, 5, 7), -3)).isEqualTo(LocalDate.of(2022, 4, 29));
        assertThat(calendar.between(LocalDate.of(2022, 4, 29), LocalDate.of(2022, 5, 7)))
                .isEqualTo(3);
        assertThat(calendar.onOrAfter(LocalDate.of(2022, 4, 30))).isEqualTo(LocalDate.of(2022, 5, 5));
    }

    @Test
    void everyYearHasAboutTwoHundredAndFiftyWorkingDays() {
        IntStream.rangeClosed(2004, 2026)
                .forEach(year -> assertThat(calendar.in(Period.year(year)))
                        .as("%d", year)
                        .isBetween(247, 253));
    }

    @Test
    void aDayOutsideTheCoveredYearsIsRefusedWithAdvice() {
        assertThat(calendar.coveredFrom()).isEqualTo("2004-01-01");
        assertThat(calendar.coveredTo()).isEqualTo("2026-12-31");
        assertThatThrownBy(() -> calendar.plus(LocalDate.of(2026, 12, 31), 1))
                .isInstanceOf(StandardsException.class)
                .hasMessageContaining("CALENDAR-YEARS")
                .hasMessageContaining("2004—2026")
                .hasMessageContaining("2027-01-01");
        assertThat(calendar.assumingWeekends().plus(LocalDate.of(2026, 12, 31), 1))
                .isEqualTo("2027-01-01");
    }

    @Test
    void aNewYearsArrangementIsBroughtInAsData() {
        var table = "date,kind,name\n2027-01-01,holiday,元旦\n2027-01-02,workday_swapped,元旦\n";
        var extended = calendar.extendedBy(table, "2027.csv");

        assertThat(extended.coveredTo()).isEqualTo("2027-12-31");
        assertThat(extended.plus(LocalDate.of(2026, 12, 31), 1)).isEqualTo("2027-01-02");
        assertThat(extended.isWorkingDay(LocalDate.of(2022, 4, 24))).isTrue();
    }

    @Test
    void aYearBroughtInAgainIsReplaced() {
        var table = "date,kind,name\n2026-01-01,holiday,元旦\n";
        var replaced = calendar.extendedBy(table, "2026.csv");

        assertThat(replaced.coveredTo()).isEqualTo("2026-12-31");
        assertThat(replaced.isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(replaced.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
        assertThat(replaced.in(Period.year(2025))).isEqualTo(calendar.in(Period.year(2025)));
    }

    @Test
    void aFaultyOrDetachedArrangementIsRefused() {
        assertThatThrownBy(() -> extend("day,kind\n")).hasMessageContaining("TABLE-HEADER");
        assertThatThrownBy(() -> extend("date,kind,name\n2027-13-01,holiday,元旦\n"))
                .hasMessageContaining("TABLE-ROW");
        assertThatThrownBy(() -> extend("date,kind,name\n2027-01-01,feast,元旦\n"))
                .hasMessageContaining("TABLE-ROW");
        assertThatThrownBy(() -> extend("date,kind,name\n2027-01-01\n")).hasMessageContaining("TABLE-ROW");
        assertThatThrownBy(() -> extend("date,kind,name\n2031-01-01,holiday,元旦\n"))
                .hasMessageContaining("CALENDAR-GAP");
    }

    private void extend(String table) {
        calendar.extendedBy(table, "new.csv");
    }

    @Property
    void countingUndoesAdding(
            @ForAll @IntRange(max = 3000) int offset, @ForAll @IntRange(min = -200, max = 200) int n) {
        LocalDate day = calendar.onOrAfter(LocalDate.of(2010, 1, 1).plusDays(offset));
        LocalDate moved = calendar.plus(day, n);
        assertThat(calendar.between(day, moved)).isEqualTo(n);
        assertThat(calendar.plus(moved, -n)).isEqualTo(day);
    }
}
