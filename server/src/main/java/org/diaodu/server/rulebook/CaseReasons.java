package org.diaodu.server.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.CaseTable;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.reasons.Explanation;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.rules.reasons.Shortfall;
import org.diaodu.rules.reasons.Verdict;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;

/** Puts one case to a version and says why the answer is what it is. */
public final class CaseReasons {

    private static final int NEAREST = 3;

    private CaseReasons() {}

    /** A case as typed: its values, and what of it could not be read, in both languages. */
    public record Typed(Map<String, @Nullable Object> inputs, List<String> zh, List<String> en) {}

    /** Reads values typed by people, by the headings a {@code cases.csv} has. */
    public static Typed read(RuleVersion version, Map<String, String> typed) {
        List<String> columns = new ArrayList<>(List.of(CaseGrid.CASE));
        List<String> row = new ArrayList<>(List.of("1"));
        typed.forEach((heading, text) -> {
            columns.add(heading);
            row.add(text.strip());
        });
        String csv = new CaseGrid(columns, List.of(row)).csv();
        CaseTable table =
                CaseTable.read(version.rule(), version.model(), csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Map<String, @Nullable Object> inputs =
                table.cases().isEmpty() ? Map.of() : table.cases().getFirst().inputs();
        return new Typed(
                inputs,
                table.faults().stream()
                        .map(f -> f.column() + "：" + f.message().zh() + "，"
                                + f.advice().zh())
                        .toList(),
                table.faults().stream()
                        .map(f -> f.column() + ": " + f.message().en() + "; "
                                + f.advice().en())
                        .toList());
    }

    /** The answer for this case with its reasons. */
    public static CaseAnswer of(Rulebook.Ready ready, Map<String, ? extends @Nullable Object> inputs) {
        RuleVersion version = ready.version();
        Explanation explained = ready.rule().explain(inputs);
        Answer answer = explained.answer();
        List<CaseAnswer.Table> tables = new ArrayList<>();
        explained.tables().reversed().stream()
                .sorted(Comparator.comparing(
                        table -> !table.name().equals(version.clause().decision())))
                .forEach(table -> tables.add(table(table, answersOnce(version, table.name()))));
        explained
                .hits()
                .forEach(hit -> tables.add(new CaseAnswer.Table(hit.table(), List.of(), hit.matched(), List.of())));
        return new CaseAnswer(AnswerText.of(answer), answer.failed(), explained.left() == null, tables);
    }

    /** Whether the first row that matches answers alone. */
    private static boolean answersOnce(RuleVersion version, String table) {
        return version.model().definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> table.equals(decision.getName()))
                .anyMatch(decision -> decision.getExpression() instanceof DecisionTable written
                        && written.getHitPolicy() == HitPolicy.FIRST);
    }

    private static CaseAnswer.Table table(Explanation.Table table, boolean once) {
        List<CaseAnswer.Value> values = table.columns().stream()
                .map(column ->
                        new CaseAnswer.Value(column.text(), AnswerText.of(column.value()), column.value() == null))
                .toList();
        List<Integer> matched = once ? table.matched().stream().limit(1).toList() : table.matched();
        List<CaseAnswer.Row> rows = new ArrayList<>();
        matched.forEach(number -> rows.add(row(table, number, true, values, null)));
        table.nearMisses().stream()
                .limit(NEAREST)
                .forEach(near -> rows.add(row(table, near.row(), false, values, near)));
        return new CaseAnswer.Table(table.name(), values, matched, rows);
    }

    private static CaseAnswer.Row row(
            Explanation.Table table,
            int number,
            boolean matched,
            List<CaseAnswer.Value> values,
            @Nullable NearMiss near) {
        Explanation.Row row = table.rows().get(number - 1);
        List<CaseAnswer.Condition> conditions = new ArrayList<>();
        for (int index : row.conditions()) {
            Explanation.Condition condition = table.conditions().get(index);
            CaseAnswer.Value value = values.get(condition.column());
            Shortfall shortfall = near == null ? null : shortfall(near, value.column(), condition.text());
            conditions.add(new CaseAnswer.Condition(
                    value.column(),
                    condition.text(),
                    value.value(),
                    condition.verdict().name(),
                    shortfall == null ? "" : needed(shortfall.zh(), shortfall.test()),
                    shortfall == null ? "" : needed(shortfall.en(), shortfall.test())));
        }
        int failing = (int) conditions.stream()
                .filter(condition -> !condition.verdict().equals(Verdict.HOLDS.name()))
                .count();
        return new CaseAnswer.Row(number, matched, failing, conditions, String.join(" · ", row.outputs()));
    }

    private static @Nullable Shortfall shortfall(NearMiss near, String column, String test) {
        return near.shortfalls().stream()
                .filter(one -> one.column().equals(column) && one.test().equals(test))
                .findFirst()
                .orElse(null);
    }

    /** What the sentence says after column, value and test, which stand beside it. */
    private static String needed(String sentence, String test) {
        int at = sentence.indexOf(test);
        return at < 0 ? sentence : sentence.substring(at + test.length()).replaceFirst("^[：:，,]\\s*", "");
    }
}
