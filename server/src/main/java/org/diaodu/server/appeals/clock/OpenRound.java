package org.diaodu.server.appeals.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.OfficeDays.Span;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;

/** A round while its events are gone through. Not thread-safe. */
final class OpenRound {
    private static final Comparator<Escalation> BY_MOMENT =
            Comparator.comparing(Escalation::at).thenComparing(Escalation::term).thenComparing(Escalation::measure);

    private final int number;
    private final Unit.Level level;
    private final Urgency urgency;
    private final Deadlines deadlines;
    private final OfficeDays office;
    private final LocalDateTime began;
    private final List<Clocked> clocked = new ArrayList<>();
    private final List<Span> pauses = new ArrayList<>();
    private @Nullable LocalDateTime standsSince;
    private AppealState state = AppealState.RAISED;

    /** A term whose time has begun; {@code ended} and {@code by} are fixed by the step that ends it. */
    private record Clocked(
            Term term, LocalDateTime from, @Nullable Due ended) {}

    OpenRound(
            int number,
            Unit.Level level,
            Urgency urgency,
            Deadlines deadlines,
            WorkingDays calendar,
            AppealEvent beginning) {
        this.number = number;
        this.level = level;
        this.urgency = urgency;
        this.deadlines = deadlines;
        this.office = new OfficeDays(calendar, deadlines.opens(), deadlines.closes());
        this.began = beginning.at();
        clock(beginning);
    }

    AppealState state() {
        return state;
    }

    Unit.Level level() {
        return level;
    }

    Urgency urgency() {
        return urgency;
    }

    void accept(AppealEvent event) {
        state = after(event);
        clock(event);
    }

    private AppealState after(AppealEvent event) {
        return switch (event) {
            case AppealEvent.Raised e -> throw state.refused(Step.RAISED);
            case AppealEvent.Taken e -> state.take();
            case AppealEvent.Disputed e -> state.dispute(e.at(), latestDispute());
            case AppealEvent.Rerouted e -> state.reroute();
            case AppealEvent.Replied e -> state.reply();
            case AppealEvent.Asked e -> state.ask();
            case AppealEvent.Answered e -> state.answer();
            case AppealEvent.ExtensionAsked e -> state.askExtension(e.by(), e.reason(), e.at(), latestRequest(e.at()));
            case AppealEvent.ExtensionApproved e ->
                state.approveExtension(e.by(), e.at(), by(Term.EXTENDED, began, e.at()));
            case AppealEvent.ExtensionRefused e -> state.refuseExtension();
            case AppealEvent.Resolved e -> state.resolve();
            case AppealEvent.Closed e -> state.close();
            case AppealEvent.Reopened e -> state.reopen();
            case AppealEvent.Withdrawn e -> state.withdraw();
        };
    }

    private LocalDateTime latestDispute() {
        LocalDateTime routed = clocked.stream()
                .filter(one -> one.term() == Term.VERIFY)
                .map(Clocked::from)
                .reduce(began, (earlier, later) -> later);
        return office.due(routed, deadlines.dispute(), List.of());
    }

    private LocalDateTime latestRequest(LocalDateTime now) {
        var due = by(Term.RESOLVE, began, now).toLocalDate();
        return office.close(office.calendar().plus(due, -deadlines.extensionAskedBefore()));
    }

    private void clock(AppealEvent event) {
        Step step = event.step();
        clocked.replaceAll(one -> one.ended() == null && one.term().endsWith(step) ? ended(one, event) : one);
        for (Term term : Term.values()) {
            if (term.beginsWith(step)) clocked.add(new Clocked(term, beginning(term, event), null));
        }
        if (standsSince != null && (step == Step.ANSWERED || step == Step.WITHDRAWN)) {
            pauses.add(new Span(standsSince, event.at()));
            standsSince = null;
        }
        if (step == Step.ASKED) standsSince = event.at();
    }

    private LocalDateTime beginning(Term term, AppealEvent event) {
        return term == Term.EXTENDED ? began : event.at();
    }

    private Clocked ended(Clocked one, AppealEvent event) {
        LocalDateTime by = by(one.term(), one.from(), event.at());
        return new Clocked(one.term(), one.from(), new Due(one.term(), one.from(), by, event.at(), event.step()));
    }

    private LocalDateTime by(Term term, LocalDateTime from, LocalDateTime now) {
        return office.due(from, deadlines.days(term), pausesUntil(now));
    }

    /** The pauses so far, one that lasts taken to end now. */
    private List<Span> pausesUntil(LocalDateTime now) {
        return standsSince == null
                ? pauses
                : Stream.concat(pauses.stream(), Stream.of(new Span(standsSince, now)))
                        .toList();
    }

    private List<Due> dues(LocalDateTime now) {
        return clocked.stream()
                .map(one -> Objects.requireNonNullElseGet(
                        one.ended(),
                        () -> new Due(one.term(), one.from(), by(one.term(), one.from(), now), null, null)))
                .toList();
    }

    private Stream<Escalation> escalations(Due due) {
        return Stream.of(Measure.values()).flatMap(measure -> {
            var at = office.morning(due.by(), deadlines.days(measure), pauses, standsSince);
            return at == null || (due.ended() != null && !at.isBefore(due.ended()))
                    ? Stream.empty()
                    : Stream.of(new Escalation(at, measure, due.term()));
        });
    }

    Round at(LocalDateTime now) {
        List<Due> dues = dues(now);
        return new Round(
                number,
                level,
                urgency,
                began,
                state,
                dues,
                pausesAt(now),
                dues.stream()
                        .flatMap(this::escalations)
                        .filter(escalation -> !escalation.at().isAfter(now))
                        .sorted(BY_MOMENT)
                        .toList());
    }

    private List<Pause> pausesAt(LocalDateTime now) {
        LocalDate first = office.calendar().plus(office.dayOf(began), 1);
        List<Pause> told = new ArrayList<>();
        for (Span span : pauses) told.add(new Pause(span.from(), span.to(), office.lost(span, first)));
        if (standsSince != null) {
            told.add(new Pause(standsSince, null, office.lost(new Span(standsSince, now), first)));
        }
        return List.copyOf(told);
    }

    /** The next measure if nothing else happens. */
    @Nullable
    LocalDateTime next(LocalDateTime now) {
        return dues(now).stream()
                .flatMap(this::escalations)
                .map(Escalation::at)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
