package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.List;
import org.diaodu.server.appeals.clock.AppealClock;
import org.diaodu.server.appeals.clock.DeadlineRule;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Replay;
import org.diaodu.server.appeals.clock.Urgency;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.standards.WorkingDays;
import org.springframework.stereotype.Component;

/** The clock of the appeals that are kept, by the official calendar and the rule of the province. Thread-safe. */
@Component
class AppealClocks {

    private final AppealClock clock;
    private final BusinessClock today;

    AppealClocks(Rules rules, BusinessClock today) {
        this.clock = new AppealClock(WorkingDays.bundled().assumingWeekends(), new DeadlineRule(rules));
        this.today = today;
    }

    /** Now, or the time of the last step where the clock was set back meanwhile: nothing ever comes before it. */
    LocalDateTime now(List<AppealEntry> entries) {
        LocalDateTime now = today.now();
        LocalDateTime last = entries.getLast().at();
        return last.isAfter(now) ? last : now;
    }

    LocalDateTime now() {
        return today.now();
    }

    Reading read(List<AppealEntry> entries, Urgency urgency, LocalDateTime now) {
        return clock.read(
                entries.stream()
                        .filter(AppealEntry::isStep)
                        .map(entry -> entry.event(urgency))
                        .toList(),
                now);
    }

    /** The timeline gone through, ready for the next step. */
    Replay replay(List<AppealEntry> entries, Urgency urgency) {
        Replay replay = clock.replay();
        for (AppealEntry entry : entries) if (entry.isStep()) replay.accept(entry.event(urgency));
        return replay;
    }
}
