package org.diaodu.rules.kit;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.kit.KitCase.Expected;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.custom.ZoneTime;

/** When an outcome is what the kit expects, as the kit's own runner for KIE decides it. */
final class Agreement {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.00000001");

    private Agreement() {}

    /** An error is a null, whether the engine says that it met one or not. */
    static boolean agree(Expected expected, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Object value) -> expected.error() ? value == null : same(expected.value(), value);
            case Outcome.Failed failed -> expected.error() || expected.value() == null;
            case Outcome.NotCompiled notCompiled -> false;
        };
    }

    /**
     * Numbers to 1e-8, lists by order, contexts by entries, points in time by the clock they show and its offset, periods
     * by their months, all else by {@code equals}.
     */
    static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        if (expected instanceof Number one && actual instanceof Number other) {
            return decimal(one).subtract(decimal(other)).abs().compareTo(TOLERANCE) < 0;
        }
        if (expected instanceof List<?> one && actual instanceof List<?> other) {
            return sameItems(one, other);
        }
        if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
        }
        return plain(expected).equals(plain(actual));
    }

    private static boolean sameItems(List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        Iterator<?> others = actual.iterator();
        return expected.stream().allMatch(one -> same(one, others.next()));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** One class for what FEEL sees as one type. */
    private static Object plain(Object value) {
        return switch (value) {
            case ZonedDateTime zoned -> zoned.toOffsetDateTime();
            case OffsetDateTime offset -> offset;
            case ZoneTime zone -> OffsetTime.from(zone);
            case ChronoPeriod period
            when period.get(ChronoUnit.DAYS) == 0 -> period.get(ChronoUnit.YEARS) * 12 + period.get(ChronoUnit.MONTHS);
            default -> value;
        };
    }
}
