package org.diaodu.server.dispatch;

import java.util.List;
import java.util.Map;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.stereotype.Component;

/** The end of a meeting: what was decided becomes measures of the cases, and is told in the timelines of the appeals. */
@Component
class MeetingConclusion {

    private final MeetingRows rows;
    private final CaseRows cases;
    private final MeasureRows measures;
    private final AppealsOnAgenda appeals;
    private final Timeline timeline;
    private final MeetingTimeline events;
    private final MemberUnits units;

    MeetingConclusion(
            MeetingRows rows,
            CaseRows cases,
            MeasureRows measures,
            AppealsOnAgenda appeals,
            Timeline timeline,
            MeetingTimeline events,
            MemberUnits units) {
        this.rows = rows;
        this.cases = cases;
        this.measures = measures;
        this.appeals = appeals;
        this.timeline = timeline;
        this.events = events;
        this.units = units;
    }

    /** Gives how many decisions were carried over. */
    int of(Meeting meeting, Signature by) {
        MeetingState after = meeting.state().close();
        int carried = 0;
        for (Meeting.Item item : rows.items(meeting)) {
            for (Meeting.Decision decision : item.decisions()) {
                carryOver(meeting, item, decision, by);
                carried++;
            }
        }
        rows.move(meeting, after);
        events.add(meeting.id(), "CLOSE", "", Map.of("decisions", carried), by);
        return carried;
    }

    private void carryOver(Meeting meeting, Meeting.Item item, Meeting.Decision decision, Signature by) {
        if (decision.writtenBy().equals(by.name())) {
            throw new StepRefused(
                    "DM06",
                    "决定“" + decision.words() + "”由您自己记录，须由另一人记录或主持。",
                    "You wrote the decision \"" + decision.words()
                            + "\" yourself; somebody else has to write or chair.");
        }
        MemberUnit owner = units.find(decision.ownerUnit()).orElseThrow();
        if (item.source() == Meeting.Source.APPEAL) {
            String words =
                    from(meeting) + "。决定：" + decision.words() + "（" + owner.name() + "，" + decision.due() + " 前）";
            rows.told(decision.id(), appeals.decided(item.number(), words, owner.code(), by));
        } else {
            measure(meeting, item, decision, owner, by);
        }
    }

    private void measure(
            Meeting meeting, Meeting.Item item, Meeting.Decision decision, MemberUnit owner, Signature by) {
        DispatchCase one = cases.lock(item.number());
        MeasureState state = one.state().decidedInMeeting();
        var form = new MeasureForm(
                decision.words(),
                owner.code(),
                List.of(),
                decision.due().toString(),
                decision.expected(),
                decision.kind());
        long measure = measures.insert(one, form, owner, state);
        cases.gatherUnits(one);
        rows.became(decision.id(), measure);
        timeline.add(one, measure, "MEETING_DECISION", from(meeting), null, form, by);
    }

    private static String from(Meeting meeting) {
        return meeting.day() + " “" + meeting.title() + "”，主持：" + meeting.chairName();
    }
}
