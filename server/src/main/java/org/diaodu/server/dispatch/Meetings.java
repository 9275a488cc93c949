package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The task force's meetings. The dispatcher prepares and writes the minutes, the chair holds and closes; with the closing
 * every decision becomes a measure of its case or a row of its appeal's timeline, all or none.
 */
@Component
@Transactional
public class Meetings {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_TITLE = 300;

    private final MeetingRows rows;
    private final Agenda agenda;
    private final MeetingConclusion conclusion;
    private final MeetingTimeline events;
    private final Timeline timeline;
    private final MemberUnits units;
    private final JdbcClient jdbc;

    Meetings(
            MeetingRows rows,
            Agenda agenda,
            MeetingConclusion conclusion,
            MeetingTimeline events,
            Timeline timeline,
            MemberUnits units,
            JdbcClient jdbc) {
        this.rows = rows;
        this.agenda = agenda;
        this.conclusion = conclusion;
        this.events = events;
        this.timeline = timeline;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** Somebody who may be in the chair. */
    public record Chair(String name, String displayName) {}

    /** What became of preparing a meeting: its number, or faults by field. */
    public record Prepared(long id, Map<String, String> faults) {}

    @Transactional(readOnly = true)
    public Meeting get(long id) {
        return rows.find(id).orElseThrow(() -> notThere(id));
    }

    @Transactional(readOnly = true)
    public List<Meeting.Item> items(Meeting meeting) {
        return rows.items(meeting);
    }

    @Transactional(readOnly = true)
    public List<Meeting.Event> timeline(Meeting meeting) {
        return rows.events(meeting);
    }

    public boolean mayPrepare(Meeting meeting) {
        return MeetingRights.mayPrepare(Callers.current(), meeting.region());
    }

    public boolean mayChair(Meeting meeting) {
        return MeetingRights.mayChair(Callers.current(), meeting);
    }

    /** Leaders and dispatchers of a government who may be in the chair; whoever prepares is not among them. */
    @Transactional(readOnly = true)
    public List<Chair> chairs(String region) {
        return jdbc
                .sql("select name, display_name from chairs_of(:region)")
                .param("region", region)
                .query(Chair.class)
                .list()
                .stream()
                .filter(chair -> !chair.name().equals(Callers.current().name()))
                .toList();
    }

    /** Prepares a meeting of the caller's own government. */
    public Prepared prepare(MeetingForm form) {
        Caller caller = Callers.current();
        String region = caller.ownUnit().code();
        MeetingRights.requirePrepare(caller, region);
        Map<String, String> faults = faults(form, region);
        if (!faults.isEmpty()) return new Prepared(0, faults);
        Signature by = timeline.signature();
        long id = rows.insert(region, form, chairName(form, region), by.name());
        events.add(id, "PREPARE", form.title(), form, by);
        return new Prepared(id, Map.of());
    }

    /** Changes time, place, chair or who attends. */
    public Outcome edit(long id, int version, MeetingForm form) {
        return preparing(id, version, meeting -> {
            meeting.state().requireOpen();
            Map<String, String> faults = faults(form, meeting.region());
            if (form.chair().equals(meeting.preparedBy())) faults.put("chair", "dispatch.meeting.fault.chair");
            if (!faults.isEmpty()) return new Outcome.Faulty(faults);
            rows.rewrite(meeting, form, chairName(form, meeting.region()));
            events.add(id, "EDIT", form.title(), form, timeline.signature());
            return new Outcome.Done();
        });
    }

    /** Puts red items on the agenda by their keys, and an item of one's own if there is a title. */
    public Outcome draw(long id, int version, List<String> keys, String ownTitle) {
        return preparing(id, version, meeting -> {
            meeting.state().requireOpen();
            if (ownTitle.length() > LONGEST_TITLE) return fault("title", "dispatch.meeting.fault.item");
            Set<String> wanted = new HashSet<>(keys);
            List<Agenda.Candidate> chosen = new ArrayList<>(agenda.of(meeting).stream()
                    .filter(item -> wanted.contains(item.key()))
                    .toList());
            if (!ownTitle.isBlank()) chosen.add(Agenda.Candidate.own(ownTitle.strip()));
            if (chosen.isEmpty()) return fault("title", "dispatch.meeting.fault.nothing");
            chosen.forEach(item -> rows.add(meeting, item));
            rows.touch(meeting);
            events.add(id, "AGENDA", chosen.size() + " 项", Map.of("added", chosen.size()), timeline.signature());
            return new Outcome.Done();
        });
    }

    /** Moves an item up (-1) or down (1). */
    public Outcome move(long id, int version, long item, int by) {
        return preparing(id, version, meeting -> {
            meeting.state().requireOpen();
            List<Long> order = new ArrayList<>(
                    rows.items(meeting).stream().map(Meeting.Item::id).toList());
            int from = order.indexOf(item);
            int to = from + by;
            if (from < 0) throw noItem(item);
            if (to >= 0 && to < order.size()) Collections.swap(order, from, to);
            rows.order(order);
            rows.touch(meeting);
            return new Outcome.Done();
        });
    }

    /** Takes an item without decisions off the agenda. */
    public Outcome remove(long id, int version, long item) {
        return preparing(id, version, meeting -> {
            meeting.state().requireOpen();
            Meeting.Item one = item(meeting, item);
            if (!one.decisions().isEmpty()) {
                throw new StepRefused("DM04", "该议题已有决定，不能移出；请先删除决定。", "The item has decisions. Remove them first.");
            }
            rows.remove(item);
            rows.touch(meeting);
            events.add(id, "REMOVE", one.title(), Map.of("item", one.title()), timeline.signature());
            return new Outcome.Done();
        });
    }

    /** Writes an item's title, and its minutes once the meeting was held. */
    public Outcome write(long id, int version, long item, String title, String minutes) {
        return preparing(id, version, meeting -> {
            meeting.state().requireOpen();
            if (!minutes.isBlank()) meeting.state().requireHeld();
            if (title.isBlank() || title.length() > LONGEST_TITLE) return fault("title", "dispatch.meeting.fault.item");
            if (minutes.length() > LONGEST) return fault("minutes", "dispatch.meeting.fault.minutes");
            item(meeting, item);
            rows.write(item, title.strip(), minutes.strip());
            rows.touch(meeting);
            events.add(id, "MINUTES", title.strip(), Map.of("item", title, "minutes", minutes), timeline.signature());
            return new Outcome.Done();
        });
    }

    /** Writes down a decision about a case or an appeal: what, which unit, until when, and what will show it. */
    public Outcome decide(long id, int version, long item, MeasureForm form) {
        return preparing(id, version, meeting -> {
            meeting.state().requireHeld();
            Meeting.Item one = item(meeting, item);
            if (!one.takesDecisions()) {
                throw new StepRefused(
                        "DM05",
                        "自拟议题没有调度单或诉求，决定请写入纪要。",
                        "An item of one's own has no case or appeal. Write the decision into the minutes.");
            }
            Map<String, String> faults = form.faults();
            boolean open =
                    units.find(form.ownerUnit()).filter(unit -> !unit.closed()).isPresent();
            if (!open) faults.put("ownerUnit", "dispatch.fault.unit");
            if (!faults.isEmpty()) return new Outcome.Faulty(faults);
            Signature by = timeline.signature();
            rows.decide(item, form, by.name());
            rows.touch(meeting);
            events.add(id, "DECIDE", form.words(), form, by);
            return new Outcome.Done();
        });
    }

    /** Takes a decision back before the meeting is closed. */
    public Outcome undecide(long id, int version, long decision) {
        return preparing(id, version, meeting -> {
            meeting.state().requireHeld();
            rows.undecide(decision);
            rows.touch(meeting);
            events.add(id, "UNDECIDE", "", Map.of("decision", decision), timeline.signature());
            return new Outcome.Done();
        });
    }

    /** It takes place, says the chair. */
    public Outcome hold(long id, int version) {
        return locked(id, version, meeting -> {
            MeetingRights.requireChair(Callers.current(), meeting);
            return step(
                    meeting, "HOLD", meeting.state().hold(rows.items(meeting).size()), "");
        });
    }

    /** It does not take place, for a reason. */
    public Outcome cancel(long id, int version, String reason) {
        return preparing(
                id, version, meeting -> step(meeting, "CANCEL", meeting.state().cancel(reason), reason));
    }

    /** The chair closes it: every decision becomes a measure of its case. */
    public Outcome close(long id, int version) {
        return locked(id, version, meeting -> {
            MeetingRights.requireChair(Callers.current(), meeting);
            conclusion.of(meeting, timeline.signature());
            return new Outcome.Done();
        });
    }

    private Outcome step(Meeting meeting, String kind, MeetingState to, String words) {
        rows.move(meeting, to);
        events.add(meeting.id(), kind, words, Map.of("state", to.name()), timeline.signature());
        return new Outcome.Done();
    }

    private Outcome preparing(long id, int version, Function<Meeting, Outcome> work) {
        return locked(id, version, meeting -> {
            MeetingRights.requirePrepare(Callers.current(), meeting.region());
            return work.apply(meeting);
        });
    }

    private Outcome locked(long id, int version, Function<Meeting, Outcome> work) {
        Meeting meeting = rows.find(id).orElseThrow(() -> notThere(id));
        boolean mine = mayPrepare(meeting) || mayChair(meeting);
        if (!mine) MeetingRights.requirePrepare(Callers.current(), meeting.region());
        Meeting now = rows.lock(id).orElseThrow(() -> notThere(id));
        if (now.version() != version) return new Outcome.Stale(now.version());
        return work.apply(now);
    }

    private Meeting.Item item(Meeting meeting, long id) {
        return rows.items(meeting).stream()
                .filter(item -> item.id() == id)
                .findFirst()
                .orElseThrow(() -> noItem(id));
    }

    private Map<String, String> faults(MeetingForm form, String region) {
        var faults = new LinkedHashMap<>(form.faults());
        if (chairName(form, region).isEmpty()) faults.put("chair", "dispatch.meeting.fault.chair");
        for (String code : form.units()) {
            Optional<MemberUnit> unit = units.find(code).filter(found -> !found.closed());
            if (unit.isEmpty()) faults.put("units", "dispatch.fault.unit");
        }
        return faults;
    }

    /** As others read it; "" for somebody who may not be in the chair. */
    private String chairName(MeetingForm form, String region) {
        return chairs(region).stream()
                .filter(chair -> chair.name().equals(form.chair()))
                .map(Chair::displayName)
                .findFirst()
                .orElse("");
    }

    private static Outcome fault(String field, String key) {
        return new Outcome.Faulty(Map.of(field, key));
    }

    private static Problem noItem(long id) {
        return Problem.notFound("DM22", "会议没有编号 " + id + " 的议题。", "The meeting has no item " + id + ".");
    }

    static Problem notThere(long id) {
        return Problem.notFound(
                "DM23", "没有会议 " + id + "，或它不在您的范围内。", "There is no meeting " + id + ", or it is outside your own.");
    }
}
