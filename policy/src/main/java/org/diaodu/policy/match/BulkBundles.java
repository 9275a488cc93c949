package org.diaodu.policy.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.diaodu.lake.Row;
import org.diaodu.lake.SqlEngine;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Bundle;
import org.diaodu.policy.stacking.BundleSql;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;
import org.diaodu.policy.stacking.Earlier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the amounts of a {@link BulkMatch} where clauses do not simply add up: the best lawful bundle of every
 * enterprise with its projects and products. Enterprises whose groups are disjoint are settled by one statement, the others
 * one by one, with the same amounts. For one thread.
 */
public final class BulkBundles {

    private static final String CLAIMS = "_claims";
    private static final String EARLIER = "_paid_earlier";
    private static final int SOLVED_AT_ONCE = 5_000;

    private final SqlEngine engine;
    private final BulkMatch match;
    private final BookLaws laws;
    private final String into;
    private final Map<Integer, List<Earlier>> earlier;
    private final Map<Integer, PolicyFault> faults = new ConcurrentSkipListMap<>();
    private long solved;

    /**
     * @param earlier what enterprises were paid before, by their line; empty where nothing was
     * @param into the name of the table of results, which is the program's own
     */
    public BulkBundles(
            SqlEngine engine, BulkMatch match, BookLaws laws, Map<Integer, List<Earlier>> earlier, String into) {
        this.engine = engine;
        this.match = match;
        this.laws = laws;
        this.earlier = earlier;
        this.into = into;
    }

    /**
     * Settles all into a new table: {@code subject} (the enterprise's line), {@code clause}, {@code project} (the key of the
     * project or product, or null), {@code amount_fen}, {@code paid_fen}, {@code closed} (settled by the statement).
     *
     * @param verdicts a table of {@link BulkMatch}'s results, or what else stands after FROM
     */
    public void settle(String verdicts) {
        claims(verdicts);
        paidEarlier();
        BundleSql sql = BundleSql.of(laws.laws());
        engine.execute(
                "CREATE OR REPLACE TABLE " + into + " AS SELECT subject, clause, project, amount_fen, paid_fen, closed"
                        + " FROM (" + sql.over(CLAIMS, EARLIER) + ")",
                sql.values());
        solve();
    }

    /** Enterprises whose bundle was searched for one by one. */
    public long solved() {
        return solved;
    }

    /** Enterprises whose claims do not fit the laws, by their line; none of their claims is paid. */
    public Map<Integer, PolicyFault> faults() {
        return faults;
    }

    // --- what is due by itself

    private void claims(String verdicts) {
        List<String> selects = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        String enterprises = match.table(SubjectKind.ENTERPRISE);
        for (SubjectKind kind : SubjectKind.values()) {
            List<PolicyClause> paying = match.clauses().stream()
                    .filter(clause -> clause.terms().subject() == kind && clause.unit() != null)
                    .toList();
            String table = match.table(kind);
            if (table == null || paying.isEmpty() || enterprises == null) {
                continue;
            }
            String names = paying.stream()
                    .map(clause -> {
                        values.add(clause.id());
                        return "(" + match.clauses().indexOf(clause) + ", ?)";
                    })
                    .collect(Collectors.joining(", "));
            selects.add(
                    kind == SubjectKind.ENTERPRISE
                            ? "SELECT v.subject, c.id AS clause, CAST(NULL AS VARCHAR) AS project, v.fen AS amount_fen FROM "
                                    + verdicts + " AS v JOIN (VALUES " + names
                                    + ") AS c(number, id) ON v.clause = c.number WHERE v.verdict = "
                                    + Said.ENTITLED.code()
                            : "SELECT e._n AS subject, c.id AS clause, s._key AS project, v.fen AS amount_fen FROM "
                                    + verdicts + " AS v JOIN (VALUES " + names
                                    + ") AS c(number, id) ON v.clause = c.number JOIN " + table
                                    + " AS s ON s._n = v.subject JOIN " + enterprises
                                    + " AS e ON e._key = s._enterprise WHERE v.verdict = " + Said.ENTITLED.code());
        }
        String all = selects.isEmpty()
                ? "SELECT CAST(NULL AS INTEGER) AS subject, CAST(NULL AS VARCHAR) AS clause,"
                        + " CAST(NULL AS VARCHAR) AS project, CAST(NULL AS BIGINT) AS amount_fen WHERE FALSE"
                : String.join("\nUNION ALL\n", selects);
        engine.execute("CREATE OR REPLACE TABLE " + CLAIMS + " AS " + all, values);
    }

    private void paidEarlier() {
        engine.execute("CREATE OR REPLACE TABLE " + EARLIER + "(subject INTEGER)", List.of());
        List<Integer> subjects = List.copyOf(earlier.keySet());
        for (int from = 0; from < subjects.size(); from += SOLVED_AT_ONCE) {
            engine.execute(
                    "INSERT INTO " + EARLIER + " VALUES "
                            + subjects.subList(from, Math.min(subjects.size(), from + SOLVED_AT_ONCE)).stream()
                                    .map(subject -> "(" + subject + ")")
                                    .collect(Collectors.joining(", ")),
                    List.of());
        }
    }

    // --- one by one

    /** A claim with the number of its row. */
    private record Numbered(long row, Candidate candidate) {}

    private void solve() {
        int all = Math.toIntExact(match.subjects(SubjectKind.ENTERPRISE));
        for (int from = 0; from < all; from += SOLVED_AT_ONCE) {
            solve(from, from + SOLVED_AT_ONCE);
        }
    }

    private void solve(int from, int to) {
        Map<Integer, List<Numbered>> open = new LinkedHashMap<>();
        engine.query(
                "SELECT rowid AS n, subject, clause, project, amount_fen FROM " + into
                        + " WHERE NOT closed AND subject >= ? AND subject < ? ORDER BY subject",
                List.of(from, to),
                row -> {
                    int subject = Math.toIntExact(row.whole("subject"));
                    return open.computeIfAbsent(subject, key -> new ArrayList<>())
                            .add(new Numbered(row.whole("n"), candidate(row)));
                });
        if (open.isEmpty()) {
            return;
        }
        Map<Integer, Map<String, Long>> limits = limits(List.copyOf(open.keySet()));
        String paid = open.entrySet().parallelStream()
                .flatMap(each -> {
                    Map<String, Long> best =
                            best(each.getKey(), each.getValue(), limits.getOrDefault(each.getKey(), Map.of()));
                    return each.getValue().stream()
                            .map(claim -> "(" + claim.row() + ", "
                                    + best.getOrDefault(claim.candidate().id(), 0L) + ")");
                })
                .collect(Collectors.joining(", "));
        engine.execute(
                "UPDATE " + into + " SET paid_fen = s.paid FROM (VALUES " + paid + ") AS s(n, paid) WHERE " + into
                        + ".rowid = s.n",
                List.of());
        solved += open.size();
    }

    private Map<String, Long> best(int subject, List<Numbered> claims, Map<String, Long> limits) {
        try {
            return BestBundle.of(
                            laws.laws(),
                            new Claims(
                                    claims.stream().map(Numbered::candidate).toList(),
                                    earlier.getOrDefault(subject, List.of()),
                                    limits))
                    .paidFen();
        } catch (PolicyFault fault) {
            faults.put(subject, fault);
            return Map.of();
        }
    }

    private static Candidate candidate(Row row) {
        return new Candidate(Objects.requireNonNull(row.text("clause")), row.text("project"), row.whole("amount_fen"));
    }

    /** The limits that ceilings take from facts of these enterprises. */
    private Map<Integer, Map<String, Long>> limits(List<Integer> subjects) {
        Map<Integer, Map<String, Long>> limits = new HashMap<>();
        if (!laws.factsOfCeilings().isEmpty()) {
            subjects.forEach(subject -> limits.put(subject, laws.limitsFen(facts(subject))));
        }
        return limits;
    }

    private Map<String, @Nullable Object> facts(int subject) {
        return Objects.requireNonNull(match.subjects(SubjectKind.ENTERPRISE, subject, subject + 1)
                        .get(subject))
                .facts();
    }

    // --- with reasons

    /** One enterprise's bundle with what became of each claim and why. Throws what {@link BestBundle} throws. */
    public Bundle bundle(int subject, List<Candidate> candidates) {
        return BestBundle.of(
                laws.laws(),
                new Claims(
                        candidates,
                        earlier.getOrDefault(subject, List.of()),
                        limits(List.of(subject)).getOrDefault(subject, Map.of())));
    }
}
