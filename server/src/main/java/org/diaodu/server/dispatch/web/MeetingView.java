package org.diaodu.server.dispatch.web;

import java.util.List;
import java.util.Map;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.dispatch.Agenda;
import org.diaodu.server.dispatch.Meeting;
import org.diaodu.server.dispatch.MeetingForm;
import org.diaodu.server.dispatch.Meetings;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting's page shows.
 *
 * @param red items that could be put on the agenda
 * @param units every member unit, for names and choices
 * @param stale whether somebody changed it meanwhile, with {@code typed} kept
 * @param refused why a step was not possible
 */
public record MeetingView(
        Meeting meeting,
        List<Meeting.Item> items,
        List<Meeting.Event> timeline,
        List<Agenda.Candidate> red,
        List<Meetings.Chair> chairs,
        List<MemberUnit> units,
        boolean mayPrepare,
        boolean mayChair,
        MeetingForm form,
        Typed typed,
        boolean stale,
        @Nullable Explanation refused) {

    public String unit(String code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .map(MemberUnit::name)
                .findFirst()
                .orElse(code);
    }

    public String names(List<String> codes) {
        return String.join("、", codes.stream().map(this::unit).toList());
    }

    public List<MemberUnit> openUnits() {
        return units.stream().filter(unit -> !unit.closed()).toList();
    }

    public boolean mayEdit() {
        return mayPrepare && meeting.state().isOpen();
    }

    /** Faults of the form for time, place and people. */
    public Map<String, String> editFaults() {
        return typed.in("edit") ? typed.faults() : Map.of();
    }

    public long decisions() {
        return items.stream().mapToLong(item -> item.decisions().size()).sum();
    }

    /** What was typed into the form that was not taken; "" for nothing. */
    public String kept() {
        return String.join(
                "　",
                List.of("title", "minutes", "words", "expected", "people", "place").stream()
                        .map(field -> typed.values().getOrDefault(field, ""))
                        .filter(text -> !text.isBlank())
                        .toList());
    }
}
