package org.diaodu.rules.kit;

import static org.diaodu.rules.kit.Agreement.same;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

class AgreementTest {

    @Test
    void numbersAgreeToTheEighthDecimal() {
        assertTrue(same(new BigDecimal("0.1"), new BigDecimal("0.100000009")));
        assertFalse(same(new BigDecimal("0.1"), new BigDecimal("0.10000001")));
        assertTrue(same(new BigDecimal("1"), 1.0));
        assertFalse(same(new BigDecimal("1"), "1"));
    }

    @Test
    void listsAgreeInTheirOrderAndLength() {
        assertTrue(same(List.of(BigDecimal.ONE, "a"), List.of(new BigDecimal("1.0"), "a")));
        assertFalse(same(List.of("a", "b"), List.of("b", "a")));
        assertFalse(same(List.of("a"), List.of("a", "b")));
        assertTrue(same(Arrays.asList("a", null), Arrays.asList("a", null)));
        assertFalse(same("a", List.of("a")));
    }

    @Test
    void contextsAgreeInEveryEntryAndHaveNoOther() {
        assertTrue(same(Map.of("a", BigDecimal.ONE, "b", "x"), Map.of("b", "x", "a", new BigDecimal("1.0"))));
        assertFalse(same(Map.of("a", "x"), Map.of("a", "x", "b", "y")));
        assertFalse(same(Map.of("a", "x"), Map.of("b", "x")));
    }

    @Test
    void momentsAgreeByClockAndOffsetWhateverTheirZoneIsCalled() {
        assertTrue(same(
                ZonedDateTime.parse("2026-07-01T08:00:00+08:00"),
                ZonedDateTime.parse("2026-07-01T08:00:00+08:00[Asia/Shanghai]")));
        assertFalse(
                same(ZonedDateTime.parse("2026-07-01T08:00:00+08:00"), ZonedDateTime.parse("2026-07-01T00:00:00Z")));
        assertFalse(same(LocalDateTime.parse("2026-07-01T08:00:00"), ZonedDateTime.parse("2026-07-01T08:00:00+08:00")));
        assertFalse(same(LocalDate.parse("2026-07-01"), LocalDateTime.parse("2026-07-01T00:00:00")));
    }

    @Test
    void periodsAgreeByTheirMonths() {
        assertTrue(same(ComparablePeriod.parse("P1Y6M"), Period.ofMonths(18)));
        assertFalse(same(ComparablePeriod.parse("P1Y"), Period.ofMonths(11)));
    }

    @Test
    void nothingAgreesOnlyWithNothing() {
        assertTrue(same(null, null));
        assertFalse(same(null, BigDecimal.ZERO));
        assertFalse(same("", null));
    }
}
