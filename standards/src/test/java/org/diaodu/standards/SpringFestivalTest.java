package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpringFestivalTest {
    @Test
    void theFestivalOf2022WasTheFirstOfFebruary() {
        assertThat(SpringFestival.of(2022)).isEqualTo("2022-02-01");
        assertThat(SpringFestival.of(2021)).isEqualTo("2021-02-12");
    }

    @Test
    void itAlwaysFallsBetweenLateJanuaryAndLateFebruaryOnADayOff() {
        IntStream.rangeClosed(1990, 2050)
                .forEach(year ->
                        assertThat(SpringFestival.of(year).getDayOfYear()).isBetween(21, 52));
        IntStream.rangeClosed(2004, 2026)
                .forEach(year -> assertThat(WorkingDays.bundled().isWorkingDay(SpringFestival.of(year)))
                        .isFalse());
    }

    @Test
    void anUnknownYearIsRefused() {
        assertThatThrownBy(() -> SpringFestival.of(2051))
                .hasMessageContaining("2051")
                .hasMessageContaining("1990");
    }
}
