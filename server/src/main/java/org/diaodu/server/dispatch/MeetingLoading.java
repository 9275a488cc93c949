package org.diaodu.server.dispatch;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.steps.Signature;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads meetings of the past by replaying them. */
@Component
@Transactional
public class MeetingLoading {

    private final MeetingRows rows;
    private final Agenda agenda;
    private final CaseRows cases;
    private final MeetingConclusion conclusion;

    MeetingLoading(MeetingRows rows, Agenda agenda, CaseRows cases, MeetingConclusion conclusion) {
        this.rows = rows;
        this.agenda = agenda;
        this.cases = cases;
        this.conclusion = conclusion;
    }

    /** Gives how many decisions were carried over. */
    public int load(PastMeeting past) {
        Signature prepared = past.prepared();
        long id = rows.insert(past.region(), past.form(), past.chairName(), prepared.name());
        rows.tell(id, "PREPARE", past.form().title(), prepared);
        Meeting meeting = rows.find(id).orElseThrow();
        Map<Boolean, List<Agenda.Candidate>> drawn = agenda.of(meeting).stream()
                .collect(Collectors.partitioningBy(item -> item.source() == Meeting.Source.APPEAL));
        drawn.getOrDefault(false, List.of()).stream().limit(past.red()).forEach(item -> rows.add(meeting, item));
        drawn.getOrDefault(true, List.of()).stream().limit(past.appeals()).forEach(item -> rows.add(meeting, item));
        past.own().forEach(title -> rows.add(meeting, Agenda.Candidate.own(title)));
        rows.tell(id, "AGENDA", past.red() + past.appeals() + past.own().size() + " 项", prepared);
        Signature chair = past.chair();
        if (chair == null) return 0;
        List<Meeting.Item> items = rows.items(meeting);
        rows.move(meeting, meeting.state().hold(items.size()));
        rows.tell(id, "HOLD", "", chair);
        Iterator<PastMeeting.Decided> decided = past.decided().iterator();
        for (Meeting.Item item : items) {
            if (!decided.hasNext() || !takesDecisions(item)) continue;
            PastMeeting.Decided next = decided.next();
            rows.write(item.id(), item.title(), next.minutes());
            rows.decide(item.id(), next.measure(), prepared.name());
            rows.tell(id, "DECIDE", next.measure().words(), prepared);
        }
        return conclusion.of(rows.find(id).orElseThrow(), chair);
    }

    private boolean takesDecisions(Meeting.Item item) {
        return item.caseId() != 0
                && cases.find(item.number())
                        .map(one -> one.state().isPlanning() || one.state().isWorking())
                        .orElse(false);
    }
}
