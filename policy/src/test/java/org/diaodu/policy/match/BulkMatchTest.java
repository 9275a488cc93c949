package org.diaodu.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;
import org.diaodu.policy.stacking.Earlier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All shipped clauses over drawn subjects, at once and one by one. */
class BulkMatchTest {

    private static final PolicyBook BOOK = PolicyBook.read(Path.of("src/main/resources/policies"));
    private static final int SUBJECTS = 150;

    /** What is compared of a verdict. */
    private record Told(
            Said said,
            @Nullable BigDecimal amount,
            @Nullable String grade,
            Set<String> missing) {}

    static Stream<LocalDate> days() {
        return Stream.of(
                LocalDate.of(2018, 6, 1),
                LocalDate.of(2022, 6, 1),
                LocalDate.of(2023, 12, 31),
                LocalDate.of(2026, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("days")
    void allAtOnceSaysWhatOneByOneSays(LocalDate day) {
        int entitled = 0;
        try (DuckDb engine = DuckDb.over(List.of())) {
            for (SubjectKind kind : SubjectKind.values()) {
                DrawnSubjects drawn = new DrawnSubjects(BOOK, day, kind, day.toEpochDay());
                List<Subject> subjects =
                        Stream.generate(drawn::next).limit(SUBJECTS).toList();
                BulkMatch match = BulkMatch.of(BOOK, day, engine, List.of(drawn.table(engine, subjects)));
                assertThat(match.oneByOne()).isEmpty();
                Map<String, BulkVerdict> bulk = verdicts(engine, match, false);
                assertThat(verdicts(engine, match, true)).as("in this process").isEqualTo(bulk);
                for (PolicyClause clause : match.clauses()) {
                    OneMatch one = OneMatch.of(clause, BOOK);
                    if (clause.terms().subject() != kind) {
                        continue;
                    }
                    for (int i = 0; i < subjects.size(); i++) {
                        Told told = told(one, subjects.get(i), day);
                        BulkVerdict verdict = bulk.get(i + " " + clause.id());
                        assertThat(verdict == null ? new Told(Said.OUT_OF_SCOPE, null, null, Set.of()) : told(verdict))
                                .as(
                                        "%s on %s: %s",
                                        clause.label(), day, subjects.get(i).facts())
                                .isEqualTo(told);
                        entitled += told.said == Said.ENTITLED ? 1 : 0;
                    }
                }
            }
        }
        assertThat(entitled).isGreaterThan(day.getYear() < 2020 ? 2 : 40);
    }

    /** By statements, or line by line in this process. */
    private static Map<String, BulkVerdict> verdicts(DuckDb engine, BulkMatch match, boolean few) {
        match.into("verdicts", few);
        Map<String, BulkVerdict> verdicts = new HashMap<>();
        engine.query("SELECT * FROM verdicts", List.of(), row -> {
            BulkVerdict verdict = match.verdict(row);
            return verdicts.put(verdict.subject() + " " + verdict.clause().id(), verdict);
        });
        return verdicts;
    }

    /** Groups, ceilings and supplements of the shipped book, with some payments made earlier. */
    @Test
    void theBundlesOfTheStatementAreTheBest() {
        LocalDate day = LocalDate.of(2022, 6, 1);
        BookLaws laws = BookLaws.of(BOOK, day);
        try (DuckDb engine = DuckDb.over(List.of())) {
            List<SubjectTable> tables = new ArrayList<>();
            for (SubjectKind kind : SubjectKind.values()) {
                DrawnSubjects drawn = new DrawnSubjects(BOOK, day, kind, 7);
                tables.add(drawn.table(
                        engine, Stream.generate(drawn::next).limit(SUBJECTS).toList()));
            }
            BulkMatch match = BulkMatch.of(BOOK, day, engine, tables);
            match.into("verdicts");
            Map<Integer, List<Earlier>> earlier = new HashMap<>();
            for (int i = 0; i < SUBJECTS; i += 7) {
                earlier.put(i, List.of(new Earlier("hlj-2022-high-tech-recognition", null, 15_000_000, true)));
            }
            BulkBundles bundles = new BulkBundles(engine, match, laws, earlier, "bundles");
            bundles.settle("verdicts");
            Map<Integer, Map<String, Long>> paid = new HashMap<>();
            engine.query("SELECT * FROM bundles", List.of(), row -> {
                String project = row.text("project");
                String id = row.text("clause") + (project == null ? "" : "@" + project);
                return paid.computeIfAbsent(Math.toIntExact(row.whole("subject")), key -> new HashMap<>())
                        .put(id, row.whole("paid_fen"));
            });
            Map<Integer, List<Candidate>> due = new HashMap<>();
            engine.query("SELECT * FROM verdicts WHERE fen IS NOT NULL", List.of(), row -> {
                BulkVerdict verdict = match.verdict(row);
                SubjectKind kind = verdict.clause().terms().subject();
                boolean own = kind == SubjectKind.ENTERPRISE;
                return due.computeIfAbsent(own ? verdict.subject() : verdict.subject() / 2, key -> new ArrayList<>())
                        .add(new Candidate(
                                verdict.clause().id(), own ? null : kind.en() + verdict.subject(), row.whole("fen")));
            });
            assertThat(bundles.faults()).isEmpty();
            assertThat(bundles.solved()).isPositive();
            assertThat(paid.keySet()).isEqualTo(due.keySet());
            due.forEach((subject, candidates) -> assertThat(paid.get(subject))
                    .as("enterprise %d: %s", subject, candidates)
                    .isEqualTo(BestBundle.of(
                                    laws.laws(),
                                    new Claims(candidates, earlier.getOrDefault(subject, List.of()), Map.of()))
                            .paidFen()));
        }
    }

    private static Told told(BulkVerdict verdict) {
        Set<String> missing = new TreeSet<>();
        verdict.missing().forEach(fact -> missing.add(fact.name()));
        return new Told(verdict.said(), verdict.amount(), verdict.grade(), missing);
    }

    private static Told told(OneMatch one, Subject subject, LocalDate day) {
        try {
            Verdict verdict = one.match(subject, day).verdict();
            Set<String> missing = new TreeSet<>();
            if (verdict instanceof Verdict.NeedsFacts needs) {
                needs.missing().forEach(fact -> missing.add(fact.name()));
            }
            return switch (verdict) {
                case Verdict.Entitled(BigDecimal amount, String grade) ->
                    new Told(Said.ENTITLED, amount, grade, missing);
                default -> new Told(Said.of(verdict), null, null, missing);
            };
        } catch (PolicyFault fault) {
            return new Told(Said.FAULT, null, null, Set.of());
        }
    }

    @Test
    void everyFactOfAShippedClauseCanBeAColumn() {
        List<String> all = new ArrayList<>();
        for (SubjectKind kind : SubjectKind.values()) {
            all.addAll(BulkMatch.facts(BOOK, LocalDate.of(2022, 6, 1), kind).keySet());
        }
        assertThat(all).contains("入统日期", "入统投资额").doesNotContain("一年期LPR");
    }
}
