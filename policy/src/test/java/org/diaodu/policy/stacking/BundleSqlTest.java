package org.diaodu.policy.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.Row;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BundleSqlTest {

    private static final DuckDb ENGINE = DuckDb.over(List.of());

    /** What the statement says of a subject's candidates, by id; null where it leaves them to the solver. */
    private record Answer(@Nullable Long paid, @Nullable String lostTo, boolean closed) {}

    @Provide
    Arbitrary<MadeUp> laws() {
        return MadeUp.large();
    }

    private static void tables() {
        ENGINE.execute(
                "CREATE OR REPLACE TABLE claims(subject VARCHAR, clause VARCHAR, project VARCHAR, amount_fen BIGINT)",
                List.of());
        ENGINE.execute("CREATE OR REPLACE TABLE paid_earlier(subject VARCHAR)", List.of());
    }

    private static void insert(Map<String, Claims> subjects) {
        tables();
        List<@Nullable Object> values = new ArrayList<>();
        subjects.forEach((subject, claims) -> {
            for (Candidate candidate : claims.candidates()) {
                Collections.addAll(values, subject, candidate.clause(), candidate.project(), candidate.amountFen());
            }
            if (!claims.earlier().isEmpty()) {
                ENGINE.execute("INSERT INTO paid_earlier VALUES (?)", List.of(subject));
            }
        });
        ENGINE.execute(
                "INSERT INTO claims VALUES "
                        + String.join(", ", Collections.nCopies(values.size() / 4, "(?, ?, ?, ?)")),
                values);
    }

    private static Map<String, Map<String, Answer>> answers(StackingLaws laws) {
        BundleSql sql = BundleSql.of(laws);
        Map<String, Map<String, Answer>> answers = new HashMap<>();
        ENGINE.query(sql.over("claims", "paid_earlier"), sql.values(), row -> {
            String project = row.text("project");
            String id = row.text("clause") + (project == null ? "" : "@" + project);
            answers.computeIfAbsent(Objects.requireNonNull(row.text("subject")), key -> new HashMap<>())
                    .put(id, answer(row));
            return id;
        });
        return answers;
    }

    private static Answer answer(Row row) {
        boolean closed = row.flag("closed");
        return new Answer(closed ? row.whole("paid_fen") : null, row.text("lost_to"), closed);
    }

    /** Twenty subjects under the same laws: each with some of the candidates, and some of these of equal amounts. */
    private static Map<String, Claims> subjects(MadeUp drawn) {
        Random random = new Random(drawn.hashCode());
        Map<String, Claims> subjects = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            List<Candidate> some = new ArrayList<>();
            for (Candidate candidate : drawn.claims().candidates()) {
                if (random.nextBoolean()) {
                    long fen = random.nextBoolean() ? candidate.amountFen() : 1 + random.nextInt(3);
                    some.add(new Candidate(candidate.clause(), candidate.project(), fen));
                }
            }
            List<Earlier> earlier = i % 5 == 0 ? drawn.claims().earlier() : List.of();
            if (!some.isEmpty()) {
                subjects.put("S" + i, new Claims(some, earlier, drawn.claims().limitsFen()));
            }
        }
        return subjects;
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void whatTheStatementAnswersIsTheBestBundle(@ForAll("laws") MadeUp drawn) {
        Map<String, Claims> subjects = subjects(drawn);
        if (subjects.isEmpty()) {
            return;
        }
        insert(subjects);
        Map<String, Map<String, Answer>> answers = answers(drawn.laws());
        assertThat(answers.keySet()).isEqualTo(subjects.keySet());
        subjects.forEach((subject, claims) -> {
            Map<String, Answer> told = Objects.requireNonNull(answers.get(subject));
            assertThat(told).hasSize(claims.candidates().size());
            Bundle bundle = BestBundle.of(drawn.laws(), claims);
            Set<Boolean> closed = new HashSet<>();
            for (Bundle.Part part : bundle.parts()) {
                Answer answer = Objects.requireNonNull(told.get(part.candidate().id()));
                closed.add(answer.closed());
                if (answer.closed()) {
                    assertThat(answer.paid()).isEqualTo(part.outcome().paidFen());
                    String winner = part.outcome() instanceof Outcome.Lost lost
                            ? lost.to().id()
                            : null;
                    assertThat(answer.lostTo()).isEqualTo(winner);
                }
            }
            assertThat(closed).hasSize(1);
            assertThat(bundle.solved() > 0 && closed.contains(true)).isFalse();
        });
    }

    @Test
    void aClaimThatWouldBeRefusedIsLeftToWhoRefusesIt() {
        StackingLaws laws = new StackingLaws(
                List.of(new Grant("a", 1, Frequency.YEARLY)), List.of(), Set.of(), List.of(), List.of());
        tables();
        ENGINE.execute(
                "INSERT INTO claims VALUES ('unknown', 'x', NULL, 5), ('negative', 'a', NULL, -5), "
                        + "('null', 'a', NULL, NULL), ('twice', 'a', NULL, 5), ('twice', 'a', NULL, 5), "
                        + "('fine', 'a', NULL, 5)",
                List.of());
        Map<String, Map<String, Answer>> answers = answers(laws);
        assertThat(answers).hasSize(5);
        answers.forEach((subject, told) ->
                assertThat(told.values()).allMatch(answer -> answer.closed() == subject.equals("fine")));
    }

    /** Ten disjoint groups of three, and a ceiling over all thirty clauses that nobody reaches. */
    static StackingLaws thirtyClauses(ExclusionGroup... more) {
        List<Grant> grants = new ArrayList<>();
        List<ExclusionGroup> groups = new ArrayList<>(List.of(more));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            Set<String> members = new HashSet<>();
            for (int k = 0; k < 3; k++) {
                String clause = "c" + (3 * i + k);
                grants.add(new Grant(clause, 1 + k, Frequency.YEARLY));
                members.add(clause);
            }
            all.addAll(members);
            groups.add(new ExclusionGroup("G" + i, Rule.values()[i % 3], Scope.ENTERPRISE, members));
        }
        Ceiling ceiling = new Ceiling("U", all, Candidate.MOST);
        return new StackingLaws(grants, groups, Set.of(), List.of(ceiling), List.of());
    }

    @Test
    void thirtyCandidatesOfEachOfFiveThousandSubjectsAreSettledInOneStatement() {
        tables();
        ENGINE.execute(
                "INSERT INTO claims SELECT 'S' || s, 'c' || c, NULL, (1 + hash(s, c) % 500000000)::BIGINT "
                        + "FROM range(5000) AS subjects(s), range(30) AS clauses(c)",
                List.of());
        BundleSql sql = BundleSql.of(thirtyClauses());
        long start = System.nanoTime();
        List<Boolean> closed =
                ENGINE.query(sql.over("claims", "paid_earlier"), sql.values(), row -> row.flag("closed"));
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("5 000 subjects with 30 candidates each: " + millis + " ms");
        assertThat(closed).hasSize(150_000).doesNotContain(false);
        assertThat(millis).isLessThan(10_000);
    }
}
