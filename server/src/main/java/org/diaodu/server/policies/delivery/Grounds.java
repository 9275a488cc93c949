package org.diaodu.server.policies.delivery;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diaodu.policy.match.Matched;
import org.diaodu.rules.reasons.Explanation.Condition;
import org.diaodu.rules.reasons.Explanation.Row;
import org.diaodu.rules.reasons.Explanation.Table;
import org.diaodu.rules.reasons.NearMiss;
import org.jspecify.annotations.Nullable;

/** On what a verdict rests, in a line. */
final class Grounds {

    private static final int LONGEST = 1_000;

    private Grounds() {}

    static String zh(Matched matched, @Nullable String grade) {
        return cut((grade == null ? "" : "“" + grade + "”：") + conditions(matched, "；", "是", "否"));
    }

    static String en(Matched matched, @Nullable String grade) {
        return cut((grade == null ? "" : "\"" + grade + "\": ") + conditions(matched, "; ", "yes", "no"));
    }

    /** The conditions of the row that matched, each with the value it was asked of. */
    private static String conditions(Matched matched, String between, String yes, String no) {
        Table table = Objects.requireNonNull(matched.conditions()).tables().getLast();
        return table.rows().stream()
                .filter(Row::matched)
                .findFirst()
                .map(row -> row.conditions().stream()
                        .map(at -> condition(table, table.conditions().get(at), yes, no))
                        .distinct()
                        .collect(Collectors.joining(between)))
                .orElse("");
    }

    private static String condition(Table table, Condition condition, String yes, String no) {
        var column = table.columns().get(condition.column());
        Object value = column.value();
        return switch (value) {
            case null -> column.text();
            case Boolean truth -> column.text() + " " + (truth ? yes : no);
            case String text -> column.text() + " " + text;
            default -> column.text() + " " + value + "（" + plain(condition.text()) + "）";
        };
    }

    /** A cell as people read it. */
    private static String plain(String cell) {
        return cell.replace(">=", "≥").replace("<=", "≤").replaceAll("date\\(\"([0-9-]+)\"\\)", "$1");
    }

    static String nearestZh(List<NearMiss> misses) {
        return misses.isEmpty() ? "不符合条件" : cut(misses.getFirst().zh());
    }

    static String nearestEn(List<NearMiss> misses) {
        return misses.isEmpty() ? "not entitled" : cut(misses.getFirst().en());
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
