package org.diaodu.server.appeals.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as files write them, in Beijing time; one with another offset is turned into it. */
final class Moments {
    private static final Pattern FORM = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:[T ]*(\\d{1,2})[::时](\\d{2})分?(?:[::](\\d{2})(?:\\.\\d+)?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private Moments() {}

    /** The moment, with {@code hour} for a day without one; null where the text is none. */
    static @Nullable LocalDateTime parse(String text, LocalTime hour) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) return null;
        try {
            LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            if (found.group(4) == null) return day.atTime(hour);
            LocalDateTime at = day.atTime(number(found, 4), number(found, 5), number(found, 6));
            String offset = found.group(7);
            return offset == null
                    ? at
                    : at.atOffset(ZoneOffset.of(offset))
                            .atZoneSameInstant(AppealClock.BEIJING)
                            .toLocalDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
