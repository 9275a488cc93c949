package org.diaodu.server.dispatch.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.attachments.Hanging;
import org.diaodu.server.dispatch.CaseEvent;
import org.diaodu.server.dispatch.CaseOutcome;
import org.diaodu.server.dispatch.DispatchCase;
import org.diaodu.server.dispatch.EffectRun;
import org.diaodu.server.dispatch.Measure;
import org.diaodu.server.dispatch.OpenAppeals;
import org.diaodu.server.dispatch.Verb;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a case's page shows.
 *
 * @param reportable the measures the caller may report on now
 * @param earlier other cases of the enterprise
 * @param units every member unit, for names and choices
 * @param leader who looks after the enterprise, with the post; "" for nobody
 * @param appeals what the enterprise still waits for
 * @param files what hangs on the case, {@code measureFiles} on its measures
 * @param outcome what the last measurement says the case did; {@code run} is that measurement
 * @param stale the version the caller had, when somebody changed it meanwhile
 * @param refused why a step was not possible
 */
public record CaseView(
        DispatchCase one,
        List<Measure> measures,
        Set<Long> reportable,
        List<CaseEvent> timeline,
        Set<Verb> verbs,
        boolean mayPlan,
        boolean mayManage,
        boolean seesEnterprise,
        List<DispatchCase> earlier,
        List<MemberUnit> units,
        LocalDate today,
        @Nullable ChartData chart,
        String leader,
        List<OpenAppeals.OpenAppeal> appeals,
        Hanging files,
        Map<Long, Hanging> measureFiles,
        CaseOutcome outcome,
        @Nullable EffectRun run,
        Typed typed,
        @Nullable Integer stale,
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

    /** The measure of this number; null where it is not seen. */
    public @Nullable Measure measure(@Nullable Long id) {
        return measures.stream()
                .filter(measure -> id != null && measure.id() == id)
                .findFirst()
                .orElse(null);
    }

    public List<MemberUnit> openUnits() {
        return units.stream().filter(unit -> !unit.closed()).toList();
    }

    /** The reporting period the case was opened in. */
    public Period openedIn() {
        return Period.month(YearMonth.from(one.openedAt().atZone(ZoneId.of("Asia/Shanghai"))))
                .reporting();
    }

    public long late() {
        return measures.stream().filter(measure -> measure.isLate(today)).count();
    }

    /** What was typed, by field, without what every form carries. */
    public Map<String, String> typedWords() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String field : List.of("words", "causeWords", "due", "expected", "progress")) {
            String value = typed.values().getOrDefault(field, "");
            if (!value.isBlank()) words.put(field, value);
        }
        return words;
    }

    /** What the same field says now; "" where it has no counterpart. */
    public String nowOf(String field) {
        String form = typed.form();
        if (field.equals("causeWords")) return one.causeWords();
        Measure measure = form.matches("(edit|report)-\\d+")
                ? measure(Long.valueOf(form.substring(form.indexOf('-') + 1)))
                : null;
        if (measure == null) return "";
        return switch (field) {
            case "words" -> form.startsWith("edit") ? measure.words() : measure.outcome();
            case "due" -> measure.due().toString();
            case "expected" -> measure.expected();
            case "progress" -> "" + measure.progressPct();
            default -> "";
        };
    }

    /** The last step, to be told to whom it overtook. */
    public CaseEvent last() {
        return timeline.getLast();
    }
}
