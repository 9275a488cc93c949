package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.diaodu.standards.WorkingDays;

/**
 * The working-day clock of appeals: what is due, paused and escalated, from the events alone. The same events give the
 * same answer whenever and however often it is asked, and what it says of the past no later event changes. The law is in
 * docs/appeals.md. Immutable, safe for any number of threads.
 */
public final class AppealClock {
    /** Where every moment of an appeal is told. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final WorkingDays calendar;
    private final Terms terms;

    public AppealClock(WorkingDays calendar, Terms terms) {
        this.calendar = calendar;
        this.terms = terms;
    }

    /**
     * The appeal as it stands at {@code now}; events after it have not happened yet.
     *
     * @param events in their order, the first of them {@link AppealEvent.Raised} and not after {@code now}
     * @throws StepRefused of the first event that was not possible
     * @throws org.diaodu.rules.model.RuleFault where no deadlines are known for a round
     * @throws org.diaodu.standards.StandardsException {@code CALENDAR-YEARS}
     */
    public Reading read(List<AppealEvent> events, LocalDateTime now) {
        Replay replay = replay();
        events.stream().takeWhile(event -> !event.at().isAfter(now)).forEach(replay::accept);
        return replay.reading(now);
    }

    /** An appeal of which nothing is known yet. */
    public Replay replay() {
        return new Replay(calendar, terms);
    }
}
