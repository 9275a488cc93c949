package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.AppealEvent.Raised;
import org.diaodu.server.appeals.clock.AppealEvent.Reopened;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;

/** An appeal's timeline gone through event by event. Not thread-safe. */
public final class Replay {
    private final WorkingDays calendar;
    private final Terms terms;
    private final List<OpenRound> rounds = new ArrayList<>();
    private @Nullable LocalDateTime last;

    Replay(WorkingDays calendar, Terms terms) {
        this.calendar = calendar;
        this.terms = terms;
    }

    /** Whether an extension has been asked for and not been decided. */
    boolean awaitsApproval() {
        return !rounds.isEmpty() && rounds.getLast().state().possible().contains(Step.EXTENSION_APPROVED);
    }

    /** The steps the appeal's state allows. */
    public List<Step> possible() {
        return rounds.isEmpty()
                ? List.of(Step.RAISED)
                : rounds.getLast().state().possible();
    }

    /** @throws StepRefused and nothing is changed */
    public void accept(AppealEvent event) {
        if (last != null && event.at().isBefore(last)) {
            throw new StepRefused(
                    "AP16",
                    "时间 " + OfficeDays.shown(event.at()) + " 早于上一步的 " + OfficeDays.shown(last) + "。",
                    "Its time " + OfficeDays.shown(event.at()) + " is before that of the step before, "
                            + OfficeDays.shown(last) + ".",
                    rounds.getLast().state().possible());
        }
        if (rounds.isEmpty()) {
            begin(event);
        } else if (event instanceof Reopened) {
            reopen(event);
        } else {
            rounds.getLast().accept(event);
        }
        last = event.at();
    }

    private void begin(AppealEvent event) {
        if (!(event instanceof Raised(LocalDateTime at, Unit.Level level, Urgency urgency))) {
            throw new StepRefused(
                    "AP17",
                    "还没有提出的诉求不能“" + event.step().zh() + "”。",
                    "An appeal that was not raised yet cannot be \""
                            + event.step().code() + "\".",
                    List.of(Step.RAISED));
        }
        rounds.add(round(event, level, urgency));
    }

    private void reopen(AppealEvent event) {
        OpenRound before = rounds.getLast();
        before.state().reopen();
        rounds.add(round(event, above(before.level()), before.urgency()));
    }

    private OpenRound round(AppealEvent event, Unit.Level level, Urgency urgency) {
        Deadlines deadlines = terms.of(event.at().toLocalDate(), level, urgency);
        return new OpenRound(rounds.size() + 1, level, urgency, deadlines, calendar, event);
    }

    /** The level an appeal goes to when the enterprise is not satisfied; above the province there is none. */
    private static Unit.Level above(Unit.Level level) {
        return level == Unit.Level.COUNTY ? Unit.Level.PREFECTURE : Unit.Level.PROVINCE;
    }

    Reading reading(LocalDateTime now) {
        return new Reading(
                now,
                rounds.stream().map(round -> round.at(now)).toList(),
                rounds.isEmpty() ? null : rounds.getLast().next(now));
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }
}
