package org.diaodu.rules.bulk;

import static org.diaodu.rules.bulk.Written.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, moments and durations. */
class DatesOnThreeEnginesTest extends OneRuleThreeEngines {

    private static final List<@Nullable Object> DATES = Arrays.asList(
            null,
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2023, 2, 28),
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2021, 1, 3),
            LocalDate.of(1999, 12, 31));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a = b",
                "a - b",
                "a + duration(\"P1M\")",
                "a - duration(\"P1M\")",
                "a + duration(\"P1Y\")",
                "a + duration(\"P1D\")",
                "a - duration(\"P3DT12H\")",
                "years and months duration(a, b)",
                "(years and months duration(a, b)).years",
                "(years and months duration(a, b)).months",
                "a.year",
                "a.month",
                "a.day",
                "a.weekday",
                "day of week(a)",
                "month of year(a)",
                "day of year(a)",
                "week of year(a)",
                "(a - b).days",
                "a in [date(\"2024-01-01\")..date(\"2024-02-29\")]",
                "a in (b, null)",
                "years and months duration(a, b) >= duration(\"P1Y\")",
                "a - b > duration(\"P30D\")",
                "string(a)",
                "date(a.year, a.month, 31)",
                "min(a, b)",
                "max(a, b)",
                "if a >= b then a else b",
                "a > @\"2024-01-31\""
            })
    void datesMoveAndCompareAlikeAtTheEndsOfMonths(String feel) {
        agree(expression(List.of("a:date", "b:date"), feel), pairs(DATES, DATES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b",
                "a - b",
                "a < b",
                "a = b",
                "a * 2",
                "a / 2",
                "a / b",
                "-a",
                "abs(a)",
                "a.days",
                "a.hours",
                "a.minutes",
                "a.seconds",
                "a > duration(\"PT36H\")",
                "duration(\"P2D\") - a"
            })
    void durationsAddAndCompareAlike(String feel) {
        List<@Nullable Object> durations = Arrays.asList(
                null,
                Duration.ZERO,
                Duration.ofHours(36),
                Duration.ofSeconds(-90_061),
                Duration.ofDays(3).plusSeconds(1),
                Duration.ofMinutes(59));
        agree(
                expression(List.of("a:days and time duration", "b:days and time duration"), feel),
                pairs(durations, durations));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a - b",
                "a.hour",
                "a.minute",
                "a.second",
                "date(a)",
                "a + duration(\"PT90M\")",
                "a + duration(\"P1M\")",
                "a.weekday"
            })
    void datesWithTimesAgree(String feel) {
        List<@Nullable Object> times = Arrays.asList(
                null,
                LocalDateTime.of(2024, 1, 31, 23, 59, 59),
                LocalDateTime.of(2024, 2, 29, 0, 0),
                LocalDateTime.of(2023, 12, 31, 12, 30, 15));
        agree(expression(List.of("a:date and time", "b:date and time"), feel), pairs(times, times));
    }
}
