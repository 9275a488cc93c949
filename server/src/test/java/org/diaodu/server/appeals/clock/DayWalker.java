package org.diaodu.server.appeals.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The clock as a doorman would keep it: he walks through the days with a list of days off, tells at 8:30 whom to remind,
 * and at 17:30 strikes one day off every sheet whose clock runs. He shares no arithmetic with {@link AppealClock}.
 */
final class DayWalker {
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);
    private static final Set<LocalDate> DAYS_OFF = daysOff();

    /** One thing somebody has to do: days struck off, and after its end days gone by. */
    private static final class Sheet {
        final Term term;
        final int round;
        final LocalDateTime from;
        final int days;
        int struck;
        boolean firstDay = true;

        @Nullable
        LocalDate reached;

        int over;
        boolean reminded;
        boolean supervised;
        boolean named;

        @Nullable
        LocalDateTime ended;

        Sheet(Term term, int round, LocalDateTime from, int days) {
            this.term = term;
            this.round = round;
            this.from = from;
            this.days = days;
        }

        void strike(LocalDate day) {
            if (reached != null) {
                over++;
                return;
            }
            if (!firstDay) struck++;
            if (struck == days) reached = day;
        }
    }

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int round;
    private boolean urgent;
    private LocalDateTime began = LocalDateTime.MIN;
    private @Nullable LocalDateTime waiting;
    private boolean roundsFirstDay;
    private int lost;

    DayWalker(List<AppealEvent> events, LocalDateTime end) {
        int next = 0;
        LocalDate last = end.toLocalDate();
        for (LocalDate day = events.getFirst().at().toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            boolean works = !DAYS_OFF.contains(day);
            next = happen(events, next, day.atTime(OPENS));
            if (works && waiting == null && !day.atTime(OPENS).isAfter(end)) morning(day);
            next = happen(events, next, day.atTime(CLOSES));
            if (works && !day.atTime(CLOSES).isAfter(end)) evening(day);
            next = happen(events, next, day.plusDays(1).atStartOfDay().minusNanos(1));
        }
        if (waiting != null) said.add(round + " pause " + waiting + " null " + lost);
        for (Sheet sheet : sheets) if (sheet.ended == null) tell(sheet, end);
    }

    List<String> said() {
        return said.stream().sorted().toList();
    }

    private int happen(List<AppealEvent> events, int from, LocalDateTime until) {
        int next = from;
        while (next < events.size() && !events.get(next).at().isAfter(until)) happen(events.get(next++));
        return next;
    }

    private void happen(AppealEvent event) {
        LocalDateTime at = event.at();
        switch (event) {
            case AppealEvent.Raised raised -> {
                urgent = raised.urgency() == Urgency.URGENT;
                begin(at);
            }
            case AppealEvent.Reopened e -> begin(at);
            case AppealEvent.Taken e -> {
                end(Term.VERIFY, at);
                end(Term.SETTLE, at);
            }
            case AppealEvent.Disputed e -> {
                end(Term.VERIFY, at);
                sheets.add(new Sheet(Term.SETTLE, round, at, 0));
            }
            case AppealEvent.Rerouted e -> {
                end(Term.SETTLE, at);
                sheets.add(new Sheet(Term.VERIFY, round, at, 1));
            }
            case AppealEvent.Replied e -> end(Term.REPLY, at);
            case AppealEvent.Asked e -> {
                waiting = at;
                lost = 0;
            }
            case AppealEvent.Answered e -> runAgain(at);
            case AppealEvent.ExtensionApproved e -> {
                Sheet resolve = open(Term.RESOLVE);
                Sheet extended = new Sheet(Term.EXTENDED, round, began, urgent ? 10 : 30);
                extended.struck = resolve.struck + resolve.over;
                extended.firstDay = resolve.firstDay;
                end(Term.RESOLVE, at);
                sheets.add(extended);
            }
            case AppealEvent.Resolved e -> {
                end(Term.REPLY, at);
                end(Term.RESOLVE, at);
                end(Term.EXTENDED, at);
            }
            case AppealEvent.Withdrawn e -> {
                runAgain(at);
                for (Term term : Term.values()) end(term, at);
            }
            case AppealEvent.ExtensionAsked e -> {}
            case AppealEvent.ExtensionRefused e -> {}
            case AppealEvent.Closed e -> {}
        }
    }

    private void begin(LocalDateTime at) {
        round++;
        began = at;
        roundsFirstDay = true;
        sheets.add(new Sheet(Term.VERIFY, round, at, 1));
        sheets.add(new Sheet(Term.REPLY, round, at, urgent ? 1 : 3));
        sheets.add(new Sheet(Term.RESOLVE, round, at, urgent ? 5 : 15));
    }

    private void runAgain(LocalDateTime at) {
        if (waiting != null) said.add(round + " pause " + waiting + " " + at + " " + lost);
        waiting = null;
    }

    private Sheet open(Term term) {
        return sheets.stream()
                .filter(sheet -> sheet.term == term && sheet.ended == null)
                .findFirst()
                .orElseThrow();
    }

    private void end(Term term, LocalDateTime at) {
        for (Sheet sheet : sheets) {
            if (sheet.term == term && sheet.ended == null) {
                sheet.ended = at;
                tell(sheet, at);
            }
        }
    }

    private void morning(LocalDate day) {
        for (Sheet sheet : sheets) {
            if (sheet.ended != null || sheet.reached == null) continue;
            if (!sheet.reminded) {
                sheet.reminded = true;
                tell(sheet, "REMINDER", day);
            }
            if (sheet.over >= 1 && !sheet.supervised) {
                sheet.supervised = true;
                tell(sheet, "SUPERVISION", day);
            }
            if (sheet.over >= 4 && !sheet.named) {
                sheet.named = true;
                tell(sheet, "BRIEF", day);
            }
        }
    }

    private void tell(Sheet sheet, String measure, LocalDate day) {
        said.add(sheet.round + " " + measure + " " + sheet.term + " " + day.atTime(OPENS));
    }

    private void evening(LocalDate day) {
        if (waiting != null && !roundsFirstDay) lost++;
        roundsFirstDay = false;
        for (Sheet sheet : sheets) {
            if (sheet.ended != null) continue;
            if (waiting == null) sheet.strike(day);
            sheet.firstDay = false;
        }
    }

    /** Where the end was not reached, he walks on alone to find when it would have been. */
    private void tell(Sheet sheet, LocalDateTime at) {
        String by = waiting != null && sheet.ended == null ? "stands" : reached(sheet, at);
        said.add(sheet.round + " due " + sheet.term + " " + sheet.from + " " + by + " " + sheet.ended);
    }

    private static String reached(Sheet sheet, LocalDateTime at) {
        LocalDate day = at.toLocalTime().isAfter(CLOSES) ? at.toLocalDate().plusDays(1) : at.toLocalDate();
        for (; sheet.reached == null; day = day.plusDays(1)) {
            if (DAYS_OFF.contains(day)) continue;
            sheet.strike(day);
            sheet.firstDay = false;
        }
        return Objects.requireNonNull(sheet.reached).atTime(CLOSES).toString();
    }

    /** Saturdays and Sundays that are not worked, and holidays, straight from the published table. */
    private static Set<LocalDate> daysOff() {
        Set<LocalDate> off = new TreeSet<>();
        for (LocalDate day = LocalDate.of(2022, 1, 1); day.getYear() < 2024; day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) off.add(day);
        }
        try (InputStream table = WorkingDays.class.getResourceAsStream("workdays-cn.csv")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split(",")).forEach(row -> {
                if (row[1].equals("holiday")) off.add(LocalDate.parse(row[0]));
                else off.remove(LocalDate.parse(row[0]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HashSet<>(off);
    }
}
