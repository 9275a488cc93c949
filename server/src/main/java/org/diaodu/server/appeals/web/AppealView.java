package org.diaodu.server.appeals.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.AppealEntry;
import org.diaodu.server.appeals.AppealFile;
import org.diaodu.server.appeals.clock.Due;
import org.diaodu.server.appeals.clock.Escalation;
import org.diaodu.server.appeals.clock.Pause;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.FileField;
import org.diaodu.server.attachments.Hanging;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What an appeal's page shows.
 *
 * @param units every member unit, for names
 * @param key beginning of the keys of the page's forms
 * @param field for files, of any form of the page
 * @param stale the version the caller had, when somebody changed it meanwhile
 * @param refused why a step was not possible
 */
public record AppealView(
        AppealFile file,
        List<MemberUnit> units,
        String key,
        Typed typed,
        FileField field,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public static String time(@Nullable LocalDateTime at) {
        return at == null ? "–" : MINUTE.format(at);
    }

    public Appeal one() {
        return file.one();
    }

    /** Under which the browser keeps what is typed into the form that raises an appeal of an enterprise. */
    static String draft(long enterprise) {
        return "appeal-" + Callers.current().userId() + "-" + enterprise;
    }

    public String draft() {
        return draft(one().raiser().enterpriseId());
    }

    /** What hangs on a row of the timeline; null for nothing. */
    public @Nullable Hanging files(AppealEntry entry) {
        return file.files().get(entry.id());
    }

    /** The field for files of one form: why some were refused is told in the form they came with. */
    public FileField field(String form) {
        if (typed.in(form)) return field;
        return new FileField(field.most(), field.megabytes(), field.together(), List.of(), List.of());
    }

    public boolean may(Step step) {
        return file.possible().contains(step);
    }

    public String unit(@Nullable String code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .map(MemberUnit::name)
                .findFirst()
                .orElse(code == null ? "" : code);
    }

    public String names(List<String> codes) {
        return String.join("、", codes.stream().map(this::unit).toList());
    }

    /** What a row is called; a question the unit takes back is not the enterprise's answer, nor is what was passed on its own. */
    public String kind(AppealEntry entry) {
        if (entry.kind().equals(Step.RAISED.name()) && one().isPassedOn()) return "PASSED_ON";
        boolean takenBack = entry.kind().equals(Step.ANSWERED.name())
                && !entry.actorUnit().equals(one().raiser().name());
        return takenBack ? "TAKEN_BACK" : entry.kind();
    }

    /** One line of the timeline: what somebody did, or a measure that was taken. */
    public record Line(
            LocalDateTime at,
            @Nullable AppealEntry entry,
            @Nullable Escalation escalation) {}

    /** What happened and what was done about it, the latest first. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        file.timeline().forEach(entry -> lines.add(new Line(entry.at(), entry, null)));
        file.escalations().forEach(escalation -> lines.add(new Line(escalation.at(), null, escalation)));
        lines.sort(Comparator.comparing(Line::at));
        return lines.reversed();
    }

    /** The terms of the current round. */
    public List<Due> dues() {
        return file.reading().current().dues();
    }

    public List<Pause> pauses() {
        return file.reading().current().pauses();
    }

    public Due.Outcome outcome(Due due) {
        return due.outcome(file.reading().now());
    }

    /** Working days lost to waiting in this round. */
    public int lost() {
        return pauses().stream().mapToInt(Pause::workingDays).sum();
    }

    /** The open term that ends first; null where none is open. */
    public @Nullable Due nextDue() {
        return dues().stream()
                .filter(due -> due.ended() == null)
                .min(Comparator.comparing(Due::by))
                .orElse(null);
    }

    /** The words of the latest row of a kind; "" without one. */
    public String lastWords(Step step) {
        return file.timeline().reversed().stream()
                .filter(entry -> entry.kind().equals(step.name()))
                .map(AppealEntry::words)
                .findFirst()
                .orElse("");
    }

    /** The unit proposed by who disputes it; "" where none is. */
    public String proposed() {
        return file.timeline().reversed().stream()
                .filter(entry -> entry.kind().equals(Step.DISPUTED.name()))
                .map(entry -> entry.unit() == null ? "" : entry.unit())
                .findFirst()
                .orElse("");
    }

    /** The last row, to be told to whom it overtook. */
    public AppealEntry last() {
        return file.timeline().getLast();
    }
}
