package org.diaodu.policy.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.lake.SqlEngine;
import org.diaodu.lake.WholeSink;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.jspecify.annotations.Nullable;

/** Verdicts computed in this process, put into a table of the engine's. For one thread. */
final class LineByLine {

    private static final String TABLE = "_lines";
    private static final int AT_ONCE = 1_000;
    private static final List<String> COLUMNS = List.of("subject", "clause", "verdict", "number", "unmet", "grade");

    private final SqlEngine engine;

    /** Answers of rows in the order in which they came; the table has their numbers. */
    private final List<String> grades = new ArrayList<>();

    LineByLine(SqlEngine engine) {
        this.engine = engine;
    }

    /** A select with the values to bind. */
    record Bound(String sql, List<String> values) {}

    /** A clause made ready for one line after another, and where a line tells whether it is in its scope. */
    record Asked(int number, int scope, ByLine by) {

        /** Null for a line out of scope. */
        @Nullable
        VerdictLine[] verdicts(List<@Nullable Object[]> lines) {
            @Nullable VerdictLine[] verdicts = new @Nullable VerdictLine[lines.size()];
            for (int i = 0; i < verdicts.length; i++) {
                @Nullable Object[] line = lines.get(i);
                verdicts[i] = scope < 0 || Boolean.TRUE.equals(line[scope]) ? by.verdict(line) : null;
            }
            return verdicts;
        }
    }

    /** A select that gives the verdicts of these clauses on these subjects as {@link BulkMatch} has them. */
    Bound verdicts(Map<ReadySubjects, List<Asked>> asked) {
        engine.wholes(
                TABLE,
                COLUMNS,
                sink -> asked.forEach((subjects, of) -> {
                    long size = of.isEmpty() ? 0 : subjects.size();
                    for (int from = 0; from < size; from += AT_ONCE) {
                        add(subjects.lines(from, from + AT_ONCE), of, sink);
                    }
                }));
        String named = grades.isEmpty()
                ? "CAST(NULL AS VARCHAR)"
                : "[" + String.join(", ", Collections.nCopies(grades.size(), "?")) + "][grade + 1]";
        return new Bound(
                """
                SELECT CAST(subject AS INTEGER) AS subject, CAST(clause AS SMALLINT) AS clause,
                  CAST(verdict AS TINYINT) AS verdict,
                  CASE WHEN verdict = %d AND number >= 0 THEN number END AS fen,
                  CASE WHEN verdict = %d THEN number END AS missing,
                  CASE WHEN unmet >= 0 THEN CAST(unmet AS TINYINT) END AS unmet,
                  CASE WHEN grade >= 0 THEN %s END AS grade
                FROM %s""".formatted(Said.ENTITLED.code(), Said.NEEDS_FACTS.code(), named, TABLE), List.copyOf(grades));
    }

    /** Clause by clause: one clause over many lines is far faster than many clauses over one. */
    private void add(List<@Nullable Object[]> lines, List<Asked> asked, WholeSink sink) {
        List<@Nullable VerdictLine[]> verdicts =
                asked.parallelStream().map(each -> each.verdicts(lines)).toList();
        for (int at = 0; at < asked.size(); at++) {
            int clause = asked.get(at).number();
            for (int i = 0; i < lines.size(); i++) {
                VerdictLine verdict = verdicts.get(at)[i];
                if (verdict != null) {
                    sink.add(
                            (Integer) Objects.requireNonNull(lines.get(i)[0]),
                            clause,
                            verdict.said().code(),
                            verdict.number(),
                            verdict.unmet(),
                            numbered(verdict.grade()));
                }
            }
        }
    }

    private int numbered(@Nullable String grade) {
        if (grade == null) {
            return -1;
        }
        int known = grades.indexOf(grade);
        if (known < 0) {
            grades.add(grade);
        }
        return known < 0 ? grades.size() - 1 : known;
    }
}
