package org.diaodu.server.appeals.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Days as an office counts them. A working day is used up at its close if the clock runs then, and lost if it stands. What
 * happens at a moment of opening or close has happened by it.
 */
public record OfficeDays(WorkingDays calendar, LocalTime opens, LocalTime closes) {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** A time in which the clock stood, both ends known. */
    record Span(LocalDateTime from, LocalDateTime to) {}

    /** A moment to the minute, as messages show it. */
    public static String shown(LocalDateTime at) {
        return SHOWN.format(at);
    }

    /** The working day on which something counts: that of its date until the office closes, else the next one. */
    public LocalDate dayOf(LocalDateTime at) {
        boolean afterClose = at.toLocalTime().isAfter(closes);
        return calendar.onOrAfter(afterClose ? at.toLocalDate().plusDays(1) : at.toLocalDate());
    }

    LocalDateTime close(LocalDate day) {
        return day.atTime(closes);
    }

    LocalDateTime open(LocalDate day) {
        return day.atTime(opens);
    }

    /** The working days from {@code first} on at whose close the clock stood. */
    int lost(Span pause, LocalDate first) {
        LocalDate asked = dayOf(pause.from());
        return Math.max(0, calendar.between(asked.isBefore(first) ? first : asked, dayOf(pause.to())));
    }

    /**
     * The close of the {@code days}-th working day after an event, moved by the days lost until then. The day of the event
     * is not counted, and so cannot be lost; with 0 days it is the one that counts.
     */
    LocalDateTime due(LocalDateTime event, int days, List<Span> pauses) {
        LocalDate due = calendar.plus(dayOf(event), days);
        LocalDate first = calendar.plus(dayOf(event), Math.min(days, 1));
        for (Span pause : pauses) {
            if (!pause.from().isAfter(close(due))) due = calendar.plus(due, lost(pause, first));
        }
        return close(due);
    }

    /**
     * The opening at which the {@code nth} measure about a missed due is taken: the first after {@code nth - 1} more days
     * were used at which the clock runs; null where it stands since before and has not been started again.
     */
    @Nullable
    LocalDateTime morning(LocalDateTime due, int nth, List<Span> pauses, @Nullable LocalDateTime standsSince) {
        List<Span> after =
                pauses.stream().filter(pause -> pause.from().isAfter(due)).toList();
        LocalDate used = calendar.plus(due.toLocalDate(), nth - 1);
        for (Span pause : after) {
            if (!pause.from().isAfter(close(used))) used = calendar.plus(used, lost(pause, due.toLocalDate()));
        }
        LocalDateTime morning = open(calendar.plus(used, 1));
        for (Span pause : after) {
            if (!pause.from().isAfter(morning) && morning.isBefore(pause.to())) morning = openingFrom(pause.to());
        }
        return standsSince != null && !standsSince.isAfter(morning) ? null : morning;
    }

    /** The first opening not before a moment. */
    private LocalDateTime openingFrom(LocalDateTime at) {
        boolean afterOpening = at.toLocalTime().isAfter(opens);
        return open(calendar.onOrAfter(afterOpening ? at.toLocalDate().plusDays(1) : at.toLocalDate()));
    }
}
