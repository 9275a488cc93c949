package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Role;
import org.diaodu.server.dispatch.Agenda;
import org.diaodu.server.dispatch.MeasureForm;
import org.diaodu.server.dispatch.MeasureKind;
import org.diaodu.server.dispatch.Meeting;
import org.diaodu.server.dispatch.MeetingFilter;
import org.diaodu.server.dispatch.MeetingForm;
import org.diaodu.server.dispatch.MeetingList;
import org.diaodu.server.dispatch.MeetingState;
import org.diaodu.server.dispatch.Meetings;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task force's meetings: the list, preparing one, its agenda, minutes and decisions; prints on A4. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
class MeetingPages {

    private final Meetings meetings;
    private final MeetingList list;
    private final Agenda agenda;
    private final MemberUnits units;

    MeetingPages(Meetings meetings, MeetingList list, Agenda agenda, MemberUnits units) {
        this.meetings = meetings;
        this.list = list;
        this.agenda = agenda;
        this.units = units;
    }

    @GetMapping("/dispatch/meetings")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/dispatch/meetings", parameters);
        var filter = new MeetingFilter(asked.get("q").strip(), asked.get("state"));
        list.page(new Selection<>(filter, asked)).on(model);
        model.addAttribute("mayPrepare", Callers.current().has(Role.DISPATCHER));
        model.addAttribute("states", List.of(MeetingState.values()));
        return "dispatch/meetings";
    }

    @GetMapping("/dispatch/meetings/new")
    @PreAuthorize("hasRole('DISPATCHER')")
    String blank(Model model) {
        return form(MeetingForm.BLANK, Map.of(), model);
    }

    @PostMapping("/dispatch/meetings")
    @PreAuthorize("hasRole('DISPATCHER')")
    String prepare(
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        MeetingForm form = form(entered, units);
        Meetings.Prepared prepared = meetings.prepare(form);
        if (prepared.faults().isEmpty()) return "redirect:/dispatch/meetings/" + prepared.id();
        response.setStatus(422);
        return form(form, prepared.faults(), model);
    }

    private String form(MeetingForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("chairs", meetings.chairs(Callers.current().ownUnit().code()));
        model.addAttribute(
                "units", units.all().stream().filter(unit -> !unit.closed()).toList());
        return "dispatch/meetingnew";
    }

    @GetMapping("/dispatch/meetings/{id}")
    String show(@PathVariable String id, Model model) {
        return page(number(id), model, Typed.NOTHING, false, null);
    }

    @PostMapping("/dispatch/meetings/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        MeetingForm form = form(entered, units);
        var typed = Typed.of("edit", entered, form.units());
        return answer(number(id), typed, model, response, () -> meetings.edit(number(id), version, form));
    }

    /** Draws red items onto the agenda, and adds one of one's own. */
    @PostMapping("/dispatch/meetings/{id}/agenda")
    String draw(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of("draw", entered, item);
        String own = entered.getOrDefault("title", "");
        return answer(number(id), typed, model, response, () -> meetings.draw(number(id), version, item, own));
    }

    /** Up, down, off the agenda, or written: one form an item, its button says which. */
    @PostMapping("/dispatch/meetings/{id}/items/{item}")
    String item(
            @PathVariable String id,
            @PathVariable long item,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "write") String action,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of("item-" + item, entered);
        long meeting = number(id);
        return answer(meeting, typed, model, response, () -> switch (action) {
            case "up" -> meetings.move(meeting, version, item, -1);
            case "down" -> meetings.move(meeting, version, item, 1);
            case "remove" -> meetings.remove(meeting, version, item);
            default ->
                meetings.write(
                        meeting, version, item, entered.getOrDefault("title", ""), entered.getOrDefault("minutes", ""));
        });
    }

    @PostMapping("/dispatch/meetings/{id}/items/{item}/decisions")
    String decide(
            @PathVariable String id,
            @PathVariable long item,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var form = new MeasureForm(
                entered.getOrDefault("words", "").strip(),
                entered.getOrDefault("ownerUnit", "").strip(),
                List.of(),
                entered.getOrDefault("due", "").strip(),
                entered.getOrDefault("expected", "").strip(),
                MeasureKind.named(entered.getOrDefault("kind", "")));
        var typed = Typed.of("decide-" + item, entered);
        return answer(number(id), typed, model, response, () -> meetings.decide(number(id), version, item, form));
    }

    /** Hold, close, cancel, or take a decision back. */
    @PostMapping("/dispatch/meetings/{id}/steps")
    String step(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "0") long decision,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        long meeting = number(id);
        var typed = Typed.of("step", entered);
        String words = entered.getOrDefault("words", "").strip();
        return answer(meeting, typed, model, response, () -> switch (verb) {
            case "HOLD" -> meetings.hold(meeting, version);
            case "CLOSE" -> meetings.close(meeting, version);
            case "CANCEL" -> meetings.cancel(meeting, version, words);
            case "UNDECIDE" -> meetings.undecide(meeting, version, decision);
            default ->
                throw Problem.badRequest(
                        "DM24",
                        "没有“" + verb + "”这一步；可以 HOLD、CLOSE、CANCEL、UNDECIDE。",
                        "There is no step \"" + verb + "\". Maybe HOLD, CLOSE, CANCEL or UNDECIDE.");
        });
    }

    private String answer(long id, Typed typed, Model model, HttpServletResponse response, Supplier<Outcome> step) {
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/dispatch/meetings/" + id + anchor(typed),
                (kept, stale, refused) -> page(id, model, kept, stale != null, refused));
    }

    /** Back to the item that was worked on. */
    private static String anchor(Typed typed) {
        return typed.form().matches("(item|decide)-\\d+")
                ? "#item-" + typed.form().substring(typed.form().indexOf('-') + 1)
                : "";
    }

    private String page(long id, Model model, Typed typed, boolean stale, @Nullable Explanation refused) {
        Meeting meeting = meetings.get(id);
        boolean mayPrepare = meetings.mayPrepare(meeting);
        boolean mayEdit = mayPrepare && meeting.state().isOpen();
        model.addAttribute(
                "view",
                new MeetingView(
                        meeting,
                        meetings.items(meeting),
                        meetings.timeline(meeting),
                        mayEdit ? agenda.of(meeting) : List.of(),
                        mayEdit ? meetings.chairs(meeting.region()) : List.of(),
                        units.all(),
                        mayPrepare,
                        meetings.mayChair(meeting),
                        typed.in("edit") ? form(typed.values(), typed.chosen()) : MeetingForm.of(meeting),
                        typed,
                        stale,
                        refused));
        return "dispatch/meeting";
    }

    private static MeetingForm form(Map<String, String> entered, List<String> units) {
        return new MeetingForm(
                entered.getOrDefault("title", "").strip(),
                entered.getOrDefault("day", "").strip(),
                entered.getOrDefault("begins", "").strip(),
                entered.getOrDefault("place", "").strip(),
                entered.getOrDefault("chair", "").strip(),
                units,
                entered.getOrDefault("people", "").strip());
    }

    private static long number(String id) {
        if (id.matches("\\d{1,18}")) return Long.parseLong(id);
        throw Problem.notFound("DM23", "没有会议“" + id + "”。", "There is no meeting \"" + id + "\".");
    }
}
