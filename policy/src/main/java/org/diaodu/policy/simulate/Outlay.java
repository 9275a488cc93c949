package org.diaodu.policy.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;
import org.jspecify.annotations.Nullable;

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

    private static final String TABLE = "_simulated";

    static Outlay of(PolicyBook book, LocalDate day, List<Population> populations) {
        BookLaws laws = BookLaws.of(book, day);
        Map<String, List<Candidate>> due = new TreeMap<>();
        Map<String, Integer> needing = new TreeMap<>();
        Map<String, Integer> faults = new TreeMap<>();
        for (Population population : populations) {
            gather(book, day, population, due, needing, faults);
        }
        Map<String, Map<String, Long>> limits = limits(laws, populations);
        Map<String, Map<String, Long>> paid = due.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey,
                        one -> bundle(laws, one.getValue(), limits.getOrDefault(one.getKey(), Map.of()))));
        Map<String, PolicyClause> clauses = new TreeMap<>();
        book.inForce(day).forEach(clause -> clauses.put(clause.id(), clause));
        return new Outlay(clauses, new TreeMap<>(paid), needing, faults);
    }

    private static void gather(
            PolicyBook book,
            LocalDate day,
            Population population,
            Map<String, List<Candidate>> due,
            Map<String, Integer> needing,
            Map<String, Integer> faults) {
        SubjectTable table = population.table();
        BulkMatch match = BulkMatch.of(book, day, population.engine(), List.of(table));
        match.into(TABLE);
        String sql = """
            SELECT k._key, k._enterprise, s.clause, s.verdict, s.fen
            FROM %s s JOIN %s k ON k._n = s.subject
            WHERE s.verdict IN (?, ?, ?) ORDER BY 1, 3\
            """.formatted(TABLE, match.table(table.kind()));
        List<Integer> wanted = List.of(Said.ENTITLED.code(), Said.NEEDS_FACTS.code(), Said.FAULT.code());
        population.engine().query(sql, wanted, row -> {
            String clause = match.clauses().get(Math.toIntExact(row.whole(2))).id();
            int said = Math.toIntExact(row.whole(3));
            if (said == Said.NEEDS_FACTS.code()) {
                needing.merge(clause, 1, Integer::sum);
            } else if (said == Said.FAULT.code()) {
                faults.merge(clause, 1, Integer::sum);
            } else if (!row.isNull(4)) {
                String project = table.kind() == SubjectKind.ENTERPRISE ? null : String.valueOf(row.text(0));
                due.computeIfAbsent(String.valueOf(row.text(1)), key -> new ArrayList<>())
                        .add(new Candidate(clause, project, row.whole(4)));
            }
            return clause;
        });
    }

    private static Map<String, Long> bundle(BookLaws laws, List<Candidate> due, Map<String, Long> limits) {
        Map<String, Long> paid = new TreeMap<>();
        BestBundle.of(laws.laws(), new Claims(due, List.of(), limits)).parts().forEach(part -> {
            if (part.outcome().paidFen() > 0) {
                paid.merge(part.candidate().clause(), part.outcome().paidFen(), Long::sum);
            }
        });
        return paid;
    }

    /** Each enterprise's own ceilings, where a fact gives them. */
    private static Map<String, Map<String, Long>> limits(BookLaws laws, List<Population> populations) {
        Map<String, Map<String, @Nullable Object>> facts = new HashMap<>();
        for (Population population : populations) {
            if (population.table().kind() == SubjectKind.ENTERPRISE) {
                for (String fact : laws.factsOfCeilings()) {
                    if (population.has(fact)) {
                        population
                                .texts(fact)
                                .forEach((key, text) -> facts.computeIfAbsent(key, one -> new HashMap<>())
                                        .put(fact, text == null ? null : new BigDecimal(text)));
                    }
                }
            }
        }
        Map<String, Map<String, Long>> limits = new HashMap<>();
        facts.forEach((key, known) -> limits.put(key, laws.limitsFen(known)));
        return limits;
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
        return (int) paidFen.values().stream().filter(paid -> !paid.isEmpty()).count();
    }
}
