package org.diaodu.policy.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.rules.sql.BulkQuery;
import org.diaodu.rules.sql.BulkQuery.Output;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Type;

/** One clause as a select over all subjects of its kind: subject, clause, verdict, fen, missing, unmet, grade. */
final class ClauseSql {

    static final String SUBJECT = "_n";

    private ClauseSql() {}

    /**
     * The select.
     *
     * @param name of the select that gives the subjects, and {@code subjects} that select
     */
    static String of(ClauseExpressions clause, Dialect dialect, String name, String subjects, int number) {
        String statement = BulkQuery.of(dialect, name, List.of(SUBJECT), outputs(clause));
        String unmet = unmet(clause.rows());
        return """
            SELECT %s AS subject, CAST(%d AS SMALLINT) AS clause, CAST(verdict AS TINYINT) AS verdict,
              %s AS fen, CASE WHEN verdict = %d THEN CAST(missing AS BIGINT) END AS missing,
              %s AS unmet, %s AS grade
            FROM (WITH %s AS (%s)%s%s) AS r""".formatted(
                SUBJECT,
                number,
                clause.fen() == null ? "CAST(NULL AS BIGINT)" : when(BulkVerdict.Said.ENTITLED, "CAST(fen AS BIGINT)"),
                BulkVerdict.Said.NEEDS_FACTS.code(),
                unmet.isEmpty()
                        ? "CAST(NULL AS TINYINT)"
                        : when(BulkVerdict.Said.NOT_ENTITLED, "CAST(" + unmet + " AS TINYINT)"),
                clause.grade() == null
                        ? "CAST(NULL AS " + dialect.type(Type.TEXT) + ")"
                        : when(BulkVerdict.Said.ENTITLED, "grade"),
                dialect.quoted(name),
                subjects,
                statement.startsWith("WITH ") ? ",\n" : "\n",
                statement.startsWith("WITH ") ? statement.substring("WITH ".length()) : statement);
    }

    private static List<Output> outputs(ClauseExpressions clause) {
        List<Output> outputs = new ArrayList<>();
        if (!clause.bits().isEmpty()) {
            outputs.add(new Output.Mask("met", clause.bits()));
        }
        outputs.add(new Output.Value("verdict", clause.verdict()));
        outputs.add(new Output.Value("missing", clause.missing()));
        if (clause.fen() != null) {
            outputs.add(new Output.Value("fen", clause.fen()));
        }
        if (clause.grade() != null) {
            outputs.add(new Output.Value("grade", clause.grade()));
        }
        return outputs;
    }

    /** How many conditions the nearest row lacks. */
    private static String unmet(List<Long> rows) {
        List<String> counts = rows.stream()
                .map(row -> "bit_count(" + row + " - (met & " + row + "))")
                .toList();
        return counts.size() > 1 ? "least(" + String.join(", ", counts) + ")" : String.join("", counts);
    }

    private static String when(BulkVerdict.Said said, String value) {
        return "CASE WHEN verdict = " + said.code() + " THEN " + value + " END";
    }

    /** Several clauses in one statement. */
    static String union(List<String> selects) {
        return selects.stream().collect(Collectors.joining("\nUNION ALL\n"));
    }
}
