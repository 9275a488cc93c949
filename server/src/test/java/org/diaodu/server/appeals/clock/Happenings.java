package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.ShippedRules;
import org.diaodu.standards.WorkingDays;

/** Timelines as tests write them. */
final class Happenings {
    static final AppealClock CLOCK = new AppealClock(WorkingDays.bundled(), new DeadlineRule(new ShippedRules()));

    private Happenings() {}

    /** As 2022-04-25 10:00. */
    static LocalDateTime at(String moment) {
        return LocalDateTime.parse(moment.replace(' ', 'T'));
    }

    static AppealEvent event(Step step, LocalDateTime at) {
        return switch (step) {
            case RAISED -> new AppealEvent.Raised(at, Unit.Level.COUNTY, Urgency.ORDINARY);
            case TAKEN -> new AppealEvent.Taken(at);
            case DISPUTED -> new AppealEvent.Disputed(at, "不归本单位");
            case REROUTED -> new AppealEvent.Rerouted(at, "230102");
            case REPLIED -> new AppealEvent.Replied(at, "正在协调");
            case ASKED -> new AppealEvent.Asked(at, "请补充合同");
            case ANSWERED -> new AppealEvent.Answered(at, "已补充");
            case EXTENSION_ASKED -> new AppealEvent.ExtensionAsked(at, "officer", "须省电力公司配合");
            case EXTENSION_APPROVED -> new AppealEvent.ExtensionApproved(at, "head");
            case EXTENSION_REFUSED -> new AppealEvent.ExtensionRefused(at, "head");
            case RESOLVED -> new AppealEvent.Resolved(at, "已接通");
            case CLOSED -> new AppealEvent.Closed(at);
            case REOPENED -> new AppealEvent.Reopened(at, "问题还在");
            case WITHDRAWN -> new AppealEvent.Withdrawn(at);
        };
    }

    /** Lines as "2022-04-25 10:00 raised". */
    static List<AppealEvent> events(String lines) {
        List<AppealEvent> events = new ArrayList<>();
        for (String line : lines.strip().split("\n")) {
            String step = line.strip().substring(17);
            events.add(event(
                    Step.valueOf(step.toUpperCase(java.util.Locale.ROOT)),
                    at(line.strip().substring(0, 16))));
        }
        return events;
    }

    static Round read(String now, String lines) {
        return CLOCK.read(events(lines), at(now)).current();
    }

    /** The due of a term, or of the last unit's where there are several. */
    static Due due(Round round, Term term) {
        return round.dues().stream()
                .filter(due -> due.term() == term)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** As "2022-05-05 08:30 REMINDER REPLY". */
    static List<String> escalations(Round round) {
        return round.escalations().stream()
                .map(one -> OfficeDays.shown(one.at()) + " " + one.measure() + " " + one.term())
                .toList();
    }
}
