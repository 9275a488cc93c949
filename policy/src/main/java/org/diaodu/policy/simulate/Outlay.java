package org.diaodu.policy.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkBundles;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.policy.stacking.BookLaws;

/**
 * What a book pays a population in a year in which nothing was paid before: to each enterprise its best lawful bundle.
 *
 * @param clauses of the book, by id, as they stand on the day
 * @param paidFen by enterprise and clause, in fen; who is paid nothing is not there
 * @param needingFacts for how many subjects a clause cannot be told, by clause
 * @param faults for how many its amount is negative or cannot be computed
 */
record Outlay(
        Map<String, PolicyClause> clauses,
        Map<String, Map<String, Long>> paidFen,
        Map<String, Integer> needingFacts,
        Map<String, Integer> faults) {

    private static final String VERDICTS = "_simulated";
    private static final String BUNDLES = "_simulated_bundles";

    /** Throws {@link PolicyFault} where claims do not fit the laws. */
    static Outlay of(PolicyBook book, LocalDate day, Population population) {
        BulkMatch match = BulkMatch.of(book, day, population.engine(), population.tables());
        match.into(VERDICTS);
        BulkBundles bundles = new BulkBundles(population.engine(), match, BookLaws.of(book, day), Map.of(), BUNDLES);
        bundles.settle(VERDICTS);
        if (!bundles.faults().isEmpty()) {
            throw PolicyFault.all(List.copyOf(bundles.faults().values()));
        }
        Map<String, Map<String, Long>> paid = new TreeMap<>();
        String sql = """
                SELECT e._key, b.clause, CAST(sum(b.paid_fen) AS BIGINT)
                FROM %s b JOIN %s e ON e._n = b.subject
                WHERE b.paid_fen > 0 GROUP BY ALL""".formatted(BUNDLES, match.table(SubjectKind.ENTERPRISE));
        population
                .engine()
                .query(
                        sql,
                        List.of(),
                        row -> paid.computeIfAbsent(String.valueOf(row.text(0)), key -> new TreeMap<>())
                                .put(String.valueOf(row.text(1)), row.whole(2)));
        Map<String, PolicyClause> clauses = new TreeMap<>();
        book.inForce(day).forEach(clause -> clauses.put(clause.id(), clause));
        return new Outlay(
                clauses, paid, counted(population, match, Said.NEEDS_FACTS), counted(population, match, Said.FAULT));
    }

    private static Map<String, Integer> counted(Population population, BulkMatch match, Said said) {
        Map<String, Integer> counts = new TreeMap<>();
        population
                .engine()
                .query(
                        "SELECT clause, count(*) FROM " + VERDICTS + " WHERE verdict = ? GROUP BY clause",
                        List.of(said.code()),
                        row -> counts.put(
                                match.clauses()
                                        .get(Math.toIntExact(row.whole(0)))
                                        .id(),
                                Math.toIntExact(row.whole(1))));
        return counts;
    }

    long totalFen() {
        return paidFen.values().stream()
                .flatMap(paid -> paid.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    long fen(String enterprise) {
        return paidFen.getOrDefault(enterprise, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Enterprises that are paid something. */
    int recipients() {
        return paidFen.size();
    }
}
