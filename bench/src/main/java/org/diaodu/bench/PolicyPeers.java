package org.diaodu.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.BulkVerdict;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;
import org.diaodu.rules.model.Answer;
import org.jspecify.annotations.Nullable;

/** The same clauses for a sample of enterprises by Apache KIE and by one-by-one matching, each answer held against ours. */
final class PolicyPeers {

    private final PolicyBook book;
    private final LocalDate day;
    private final int sample;
    private final BookLaws laws;

    PolicyPeers(PolicyBook book, LocalDate day, int sample) {
        this.book = book;
        this.day = day;
        this.sample = sample;
        this.laws = BookLaws.of(book, day);
    }

    /** Ours for the sample, by kind, clause and line. */
    private record Ours(
            Map<SubjectKind, Map<Integer, Subject>> subjects, Map<String, BulkVerdict> verdicts, BulkMatch match) {
        @Nullable
        BulkVerdict of(PolicyClause clause, int line) {
            return verdicts.get(clause.id() + " " + line);
        }
    }

    /** False where an answer differs. */
    boolean run(Report report, Path folder, double speed) throws Exception {
        try (DuckDb engine = DuckDb.inDirectory(folder, org.diaodu.lake.EngineLimits.DEFAULT)) {
            Ours ours = ours(engine, folder);
            List<OneMatch> matches = ours.match().clauses().stream()
                    .map(clause -> OneMatch.of(clause, book))
                    .toList();
            boolean agree = oneByOne(report, ours, matches, speed);
            page(report, ours, matches);
            return kie(report, ours, speed) && agree;
        }
    }

    private Ours ours(DuckDb engine, Path folder) {
        List<SubjectTable> tables = new ArrayList<>();
        for (SubjectKind kind : SubjectKind.values()) {
            ManySubjects drawn = new ManySubjects(book, day, kind);
            Path file = folder.resolve("sample-" + kind.en() + ".parquet");
            drawn.write(engine, sample, file);
            tables.add(drawn.table(engine, file));
        }
        BulkMatch match = BulkMatch.of(book, day, engine, tables);
        match.into("sampled");
        Map<String, BulkVerdict> verdicts = new HashMap<>();
        engine.query("SELECT * FROM sampled", List.of(), row -> {
            BulkVerdict verdict = match.verdict(row);
            return verdicts.put(verdict.clause().id() + " " + verdict.subject(), verdict);
        });
        Map<SubjectKind, Map<Integer, Subject>> subjects = new EnumMap<>(SubjectKind.class);
        for (SubjectKind kind : SubjectKind.values()) {
            subjects.put(kind, match.subjects(kind, 0, sample));
        }
        return new Ours(subjects, verdicts, match);
    }

    private static Subject subject(Ours ours, PolicyClause clause, int line) {
        return Objects.requireNonNull(
                Objects.requireNonNull(ours.subjects().get(clause.terms().subject()))
                        .get(line));
    }

    // --- one by one

    private boolean oneByOne(Report report, Ours ours, List<OneMatch> matches, double speed) {
        for (int i = 0; i < 10; i++) {
            differing(ours, matches, Math.min(sample, 20));
        }
        CpuClock clock = CpuClock.start();
        long differing = differing(ours, matches, sample);
        row(
                report,
                "one by one with reasons (OneMatch), one thread",
                (long) matches.size() * sample,
                clock.spent(),
                speed);
        report.note("One by one: %,d of %,d verdicts, amounts, grades or missing facts differ from ours."
                .formatted(differing, (long) matches.size() * sample));
        return differing == 0;
    }

    private long differing(Ours ours, List<OneMatch> matches, int lines) {
        long differing = 0;
        for (int i = 0; i < matches.size(); i++) {
            PolicyClause clause = ours.match().clauses().get(i);
            for (int line = 0; line < lines; line++) {
                differing += isSame(matches.get(i), subject(ours, clause, line), ours.of(clause, line)) ? 0 : 1;
            }
        }
        return differing;
    }

    private boolean isSame(OneMatch match, Subject subject, @Nullable BulkVerdict ours) {
        Verdict verdict;
        try {
            verdict = match.match(subject, day).verdict();
        } catch (PolicyFault fault) {
            return ours != null && ours.said() == Said.FAULT;
        }
        return switch (verdict) {
            case Verdict.OutOfScope ignored -> ours == null;
            case Verdict.Entitled(BigDecimal amount, String grade) ->
                ours != null
                        && ours.said() == Said.ENTITLED
                        && Objects.equals(amount, ours.amount())
                        && Objects.equals(grade, ours.grade());
            case Verdict.NotEntitled not ->
                ours != null && ours.said() == (not.nothingDue() ? Said.NOTHING_DUE : Said.NOT_ENTITLED);
            case Verdict.NeedsFacts needs -> {
                Set<String> theirs = new TreeSet<>();
                needs.missing().forEach(fact -> theirs.add(fact.name()));
                Set<String> own = new TreeSet<>();
                if (ours != null) {
                    ours.missing().forEach(fact -> own.add(fact.name()));
                }
                yield ours != null && ours.said() == Said.NEEDS_FACTS && own.equals(theirs);
            }
        };
    }

    /** What a page of one enterprise asks: all clauses with their reasons, for it, its project and product, and the bundle. */
    private void page(Report report, Ours ours, List<OneMatch> matches) throws Exception {
        int[] line = {0};
        Runs runs = Runs.of(sample, sample, () -> {
            int at = line[0]++ % sample;
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < matches.size(); i++) {
                PolicyClause clause = ours.match().clauses().get(i);
                try {
                    if (matches.get(i).match(subject(ours, clause, at), day).verdict()
                                    instanceof Verdict.Entitled(BigDecimal amount, String grade)
                            && amount != null) {
                        candidates.add(new Candidate(
                                clause.id(),
                                clause.terms().subject() == SubjectKind.ENTERPRISE ? null : "p",
                                amount.movePointRight(2).longValueExact()));
                    }
                } catch (PolicyFault never) {
                    continue; // told and not paid
                }
            }
            return BestBundle.of(laws.laws(), Claims.of(candidates)).totalFen();
        });
        report.note(
                "One enterprise with a project and a product, all %d clauses with reasons and the bundle: median %.1f ms, p95 %.1f ms. Aim: under 100 ms."
                        .formatted(matches.size(), runs.median(), runs.percentile(95)));
    }

    // --- KIE

    private boolean kie(Report report, Ours ours, double speed) {
        List<PolicyClause> clauses = ours.match().clauses();
        long differing = 0;
        long undecided = 0;
        for (PolicyClause clause : clauses) {
            answer(clause, subject(ours, clause, 0));
        }
        CpuClock clock = CpuClock.start();
        for (PolicyClause clause : clauses) {
            for (int line = 0; line < sample; line++) {
                BulkVerdict verdict = ours.of(clause, line);
                if (verdict == null || verdict.said() == Said.NEEDS_FACTS || verdict.said() == Said.FAULT) {
                    undecided++;
                } else if (!agrees(answer(clause, subject(ours, clause, line)), clause, verdict)) {
                    differing++;
                }
            }
        }
        long asked = (long) clauses.size() * sample - undecided;
        row(report, "Apache KIE, one thread, the amount alone", asked, clock.spent(), speed);
        report.note(
                "Apache KIE: %,d of %,d answers differ from ours; %,d were not put to it: out of scope, facts missing, or at fault."
                        .formatted(differing, asked, undecided));
        return differing == 0;
    }

    private Answer answer(PolicyClause clause, Subject subject) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        clause.terms()
                .facts()
                .forEach((name, fact) -> facts.put(
                        name,
                        switch (fact) {
                            case Fact.Held ignored -> subject.facts().get(name);
                            case Fact.Dated(String parameter, String dayFact) ->
                                subject.facts().get(dayFact) instanceof LocalDate on
                                        ? Objects.requireNonNull(
                                                        book.parameters().get(parameter))
                                                .on(on)
                                        : null;
                        }));
        return clause.model().evaluate(clause.unit() == null ? PolicyClause.ELIGIBILITY : PolicyClause.AMOUNT, facts);
    }

    /** A decision KIE gives up, at a division by zero say, counts as one that gives nothing. */
    private static boolean agrees(Answer theirs, PolicyClause clause, BulkVerdict ours) {
        Object value = theirs.failed() ? null : theirs.value();
        if (clause.unit() == null) {
            boolean given = value != null && !Boolean.FALSE.equals(value);
            return given == (ours.said() == Said.ENTITLED);
        }
        BigDecimal yuan = value instanceof Number number
                ? new BigDecimal(number.toString())
                        .multiply(clause.unit().inYuan())
                        .setScale(2, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        return yuan.compareTo(ours.amount() == null ? BigDecimal.ZERO : ours.amount()) == 0;
    }

    private static void row(Report report, String work, long verdicts, CpuClock.Spent spent, double ours) {
        double speed = verdicts / spent.cpu() * 1000;
        report.row(
                work,
                "%,d".formatted(verdicts),
                Report.milliseconds(spent.wall()),
                Report.milliseconds(spent.cpu()),
                "%,.0f".formatted(verdicts / spent.wall() * 1000),
                "%,.0f".formatted(speed),
                Report.times(ours / speed));
    }
}
