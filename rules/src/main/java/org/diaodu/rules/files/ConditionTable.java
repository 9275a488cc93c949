package org.diaodu.rules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.reasons.Explanation;

/** Every condition of every row of a table as a case met it, with its value and verdict: as lines for people and as json. */
public final class ConditionTable {

    private ConditionTable() {}

    public static List<String> lines(Explanation.Table table, Language language) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(
                language == Language.ZH
                        ? List.of("行", "列", "值", "条件", "判定")
                        : List.of("row", "column", "value", "condition", "verdict"));
        for (Explanation.Row row : table.rows()) {
            for (int at : row.conditions()) {
                Explanation.Condition condition = table.conditions().get(at);
                Explanation.Column column = table.columns().get(condition.column());
                cells.add(List.of(
                        String.valueOf(row.number()),
                        column.text(),
                        FeelValue.text(column.value()),
                        condition.text(),
                        verdict(condition, language)));
            }
        }
        return Grid.table(cells);
    }

    private static String verdict(Explanation.Condition condition, Language language) {
        return switch (condition.verdict()) {
            case HOLDS -> language.say("成立", "holds");
            case FAILS -> language.say("不成立", "does not hold");
            case UNKNOWN -> language.say("缺数据：", "data missing: ") + String.join(", ", condition.missing());
        };
    }

    /** A map for each row. */
    public static List<Map<String, Object>> json(Explanation.Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Explanation.Row row : table.rows()) {
            rows.add(Map.of(
                    "row", row.number(),
                    "matched", row.matched(),
                    "outputs", row.outputs(),
                    "notes", row.notes(),
                    "conditions",
                            row.conditions().stream()
                                    .map(at ->
                                            condition(table, table.conditions().get(at)))
                                    .toList()));
        }
        return rows;
    }

    private static Map<String, Object> condition(Explanation.Table table, Explanation.Condition condition) {
        Explanation.Column column = table.columns().get(condition.column());
        return Map.of(
                "column", column.text(),
                "value", FeelValue.text(column.value()),
                "condition", condition.text(),
                "verdict", condition.verdict().name().toLowerCase(Locale.ROOT),
                "missing", condition.missing());
    }
}
