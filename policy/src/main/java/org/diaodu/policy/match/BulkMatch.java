package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.lake.Row;
import org.diaodu.lake.SqlEngine;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * All clauses of a book over all subjects at once, in DuckDB: the verdicts, amounts, grades and missing facts of {@link
 * OneMatch}, line by line. A clause whose decisions are outside the bulk profile is asked line by line, and said so by {@link
 * #oneByOne}. For one thread.
 *
 * <p>The result is a long table with a row for each subject in the scope of each clause: {@code subject} (its line, from 0,
 * in the table of the clause's kind), {@code clause} (its position in {@link #clauses}), {@code verdict} ({@link
 * Said#code}), {@code fen} (the amount where one is due), {@code missing} (where facts are needed, bit 0 the region and bit
 * i + 1 the clause's fact i), {@code unmet} (where a condition fails, how many in the nearest row), {@code grade}. What has no
 * row is out of scope.
 */
public final class BulkMatch {

    /** Clauses in one statement: more of them cost planning time, fewer leave each statement too little to do. */
    public static final int AT_ONCE = 5;

    private static final DuckDbDialect DIALECT = new DuckDbDialect();
    private static final String SOURCE = "_subjects";

    /**
     * Up to so many subjects clauses are computed in this process: a statement takes longer to plan. Measured: the two meet
     * at about this number.
     */
    public static final int FEW = 50_000;

    private final PolicyBook book;
    private final LocalDate day;
    private final SqlEngine engine;
    private final List<PolicyClause> clauses;
    private final Map<SubjectKind, ReadySubjects> ready = new EnumMap<>(SubjectKind.class);
    private final Map<Integer, ClauseExpressions> compiled = new LinkedHashMap<>();
    private final List<OneByOne> left = new ArrayList<>();
    private final Map<String, OneMatch> explaining = new HashMap<>();

    /** A clause that is asked line by line, and why. */
    public record OneByOne(PolicyClause clause, String chinese, String english) {}

    private BulkMatch(PolicyBook book, LocalDate day, SqlEngine engine) {
        this.book = book;
        this.day = day;
        this.engine = engine;
        this.clauses = clauses(book, day);
    }

    /**
     * Makes the subjects and the clauses ready.
     *
     * @param tables at most one of each kind; clauses of a kind without a table speak of nobody
     * @throws PolicyFault {@code policy.region} where a line has a region that is none
     */
    public static BulkMatch of(PolicyBook book, LocalDate day, SqlEngine engine, List<SubjectTable> tables) {
        BulkMatch match = new BulkMatch(book, day, engine);
        tables.forEach(match::prepare);
        return match;
    }

    private static List<PolicyClause> clauses(PolicyBook book, LocalDate day) {
        return book.clauses().stream()
                .map(PolicyClause::id)
                .distinct()
                .map(id -> book.clause(id, day))
                .toList();
    }

    /**
     * What the clauses of a kind ask for, each of the widest type that one of them declares. An enterprise is asked for what
     * clauses on its projects and products want too: what these have not of their own is taken from it.
     */
    public static Map<String, Type> facts(PolicyBook book, LocalDate day, SubjectKind kind) {
        Map<String, Type> facts = new LinkedHashMap<>();
        for (PolicyClause clause : clauses(book, day)) {
            if (clause.terms().subject() == kind || kind == SubjectKind.ENTERPRISE) {
                clause.terms().facts().values().forEach(fact -> {
                    if (fact instanceof Fact.Dated dated) {
                        facts.putIfAbsent(dated.dateFact(), Type.DATE); // asked for even where no decision does
                    }
                });
                ModelCompiler compiler = new ModelCompiler(clause.model(), Columns.declared());
                for (String decision : clause.unit() == null
                        ? List.of(PolicyClause.ELIGIBILITY)
                        : List.of(PolicyClause.ELIGIBILITY, PolicyClause.AMOUNT)) {
                    for (Input input : compiler.inputs(decision)) {
                        if (clause.terms().facts().get(input.name()) instanceof Fact.Held) {
                            facts.merge(input.name(), input.type(), ReadySubjects::wider);
                        }
                    }
                }
            }
        }
        return facts;
    }

    private void prepare(SubjectTable table) {
        List<PolicyClause> of = clauses.stream()
                .filter(clause -> clause.terms().subject() == table.kind() && inForce(clause))
                .toList();
        Map<String, Type> wanted = facts(book, day, table.kind());
        ReadySubjects subjects = new ReadySubjects(engine, table, of, wanted, book.parameters());
        ready.put(table.kind(), subjects);
        of.parallelStream().map(clause -> compiled(clause, subjects)).toList().forEach(each -> {
            if (each.expressions() != null) {
                compiled.put(clauses.indexOf(each.clause()), each.expressions());
            } else if (each.outside() != null) {
                left.add(each.outside());
            }
        });
    }

    /** A clause's expressions, or why it has none. */
    private record Carried(
            PolicyClause clause,
            @Nullable ClauseExpressions expressions,
            @Nullable OneByOne outside) {}

    private static Carried compiled(PolicyClause clause, ReadySubjects subjects) {
        try {
            return new Carried(clause, ClauseExpressions.of(clause, subjects.columns(clause)), null);
        } catch (OutOfProfile e) {
            return new Carried(clause, null, new OneByOne(clause, e.chinese(), e.english()));
        }
    }

    /** Each clause of the book in the version of the day, those too that do not hold on it. */
    public List<PolicyClause> clauses() {
        return clauses;
    }

    public boolean inForce(PolicyClause clause) {
        return clause.version().holds(day, Instant.MAX);
    }

    public List<OneByOne> oneByOne() {
        return List.copyOf(left);
    }

    /** The table of the ready subjects of a kind: {@code _n}, {@code _key}, {@code _enterprise}; null where there is none. */
    public @Nullable String table(SubjectKind kind) {
        ReadySubjects subjects = ready.get(kind);
        return subjects == null ? null : subjects.name();
    }

    // --- all at once

    /** A select for each group of clauses, so many in one, over the tables of ready subjects. */
    public List<String> statements(Dialect dialect, int atOnce) {
        List<String> selects = new ArrayList<>();
        compiled.forEach((number, expressions) -> {
            PolicyClause clause = clauses.get(number);
            selects.add(ClauseSql.of(expressions, dialect, SOURCE, of(clause).source(clause, dialect), number));
        });
        List<String> statements = new ArrayList<>();
        for (int from = 0; from < selects.size(); from += atOnce) {
            statements.add(ClauseSql.union(selects.subList(from, Math.min(selects.size(), from + atOnce))));
        }
        return statements;
    }

    private ReadySubjects of(PolicyClause clause) {
        return Objects.requireNonNull(ready.get(clause.terms().subject()));
    }

    private boolean few() {
        return ready.values().stream().mapToLong(ReadySubjects::size).max().orElse(0) <= FEW;
    }

    /** Runs all and keeps the result in a new table of this name, which is the program's own. */
    public void into(String table) {
        into(table, few());
    }

    void into(String table, boolean few) {
        engine.execute(
                "CREATE OR REPLACE TABLE " + table + "(subject INTEGER, clause SMALLINT, verdict TINYINT, fen BIGINT,"
                        + " missing BIGINT, unmet TINYINT, grade VARCHAR)",
                List.of());
        if (!few) {
            statements(DIALECT, AT_ONCE)
                    .forEach(select -> engine.execute("INSERT INTO " + table + " " + select, List.of()));
        }
        if (few || !left.isEmpty()) {
            LineByLine.Bound lines = lineByLine(few);
            engine.execute("INSERT INTO " + table + " " + lines.sql(), lines.values());
        }
    }

    /**
     * Runs all and writes the result as Parquet files into a folder the engine reaches, one for each statement, with the rows
     * in no order.
     */
    public void toParquet(Path folder) {
        int number = 0;
        boolean few = few();
        if (!few) {
            for (String select : statements(DIALECT, AT_ONCE)) {
                copy(new LineByLine.Bound(select, List.of()), folder, number++);
            }
        }
        if (few || !left.isEmpty()) {
            copy(lineByLine(few), folder, number);
        }
    }

    private void copy(LineByLine.Bound select, Path folder, int number) {
        String file = folder.resolve("verdicts-%05d.parquet".formatted(number)).toString();
        engine.execute(
                "COPY (" + select.sql() + ") TO '" + file.replace("'", "''")
                        + "' (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION lz4, PRESERVE_ORDER false)",
                select.values());
    }

    // --- line by line

    /** The verdicts of all clauses, or of those only that no statement asks. */
    private LineByLine.Bound lineByLine(boolean all) {
        Map<ReadySubjects, List<LineByLine.Asked>> asked = new LinkedHashMap<>();
        ready.forEach((kind, subjects) -> asked.put(subjects, asked(kind, subjects, all)));
        return new LineByLine(engine).verdicts(asked);
    }

    private List<LineByLine.Asked> asked(SubjectKind kind, ReadySubjects subjects, boolean all) {
        List<LineByLine.Asked> asked = new ArrayList<>();
        compiled.forEach((number, expressions) -> {
            PolicyClause clause = clauses.get(number);
            if (all && clause.terms().subject() == kind) {
                asked.add(new LineByLine.Asked(
                        number, subjects.scope(clause), new ClauseProgram(expressions, subjects.positions(clause))));
            }
        });
        for (OneByOne each : left) {
            PolicyClause clause = each.clause();
            if (clause.terms().subject() == kind) {
                asked.add(new LineByLine.Asked(
                        clauses.indexOf(clause),
                        subjects.scope(clause),
                        new ClauseAsked(OneMatch.of(clause, book), clause, subjects, day)));
            }
        }
        return asked;
    }

    // --- read back

    /** A row of the result. */
    public BulkVerdict verdict(Row row) {
        PolicyClause clause = clauses.get(Math.toIntExact(row.whole("clause")));
        int fen = row.column("fen");
        return new BulkVerdict(
                Math.toIntExact(row.whole("subject")),
                clause,
                Said.of(Math.toIntExact(row.whole("verdict"))),
                row.isNull(fen) ? null : BigDecimal.valueOf(row.whole(fen), 2),
                row.text("grade"),
                missing(clause, row.whole("missing")),
                Math.toIntExact(row.whole("unmet")));
    }

    private static List<MissingFact> missing(PolicyClause clause, long bits) {
        List<MissingFact> missing = new ArrayList<>();
        if ((bits & 1) != 0) {
            missing.add(MissingFact.REGION);
        }
        int at = 0;
        for (Map.Entry<String, Fact> fact : clause.terms().facts().entrySet()) {
            if ((bits >> ++at & 1) != 0) {
                missing.add(MissingFact.of(fact.getKey(), fact.getValue()));
            }
        }
        return missing;
    }

    /** How many subjects of a kind there are. */
    public long subjects(SubjectKind kind) {
        ReadySubjects subjects = ready.get(kind);
        return subjects == null ? 0 : subjects.size();
    }

    /** The lines from one to before another, by number, with the facts that the clauses of their kind ask for. */
    public Map<Integer, Subject> subjects(SubjectKind kind, int from, int to) {
        ReadySubjects subjects = ready.get(kind);
        Map<Integer, Subject> between = new HashMap<>();
        if (subjects != null) {
            subjects.lines(from, to).forEach(line -> between.put((Integer) line[0], subjects.subject(line)));
        }
        return between;
    }

    /** One clause's verdict on a subject with all its reasons, as {@link OneMatch} gives it; throws what it throws. */
    public Matched explain(PolicyClause clause, Subject subject) {
        return explaining
                .computeIfAbsent(clause.id(), id -> OneMatch.of(clause, book))
                .match(subject, day);
    }
}
