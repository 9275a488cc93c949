package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Compiled.Table;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.sql.BulkQuery;
import org.diaodu.rules.sql.BulkQuery.Output;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * One clause as a select over all subjects of its kind: subject, clause, verdict, fen, missing, unmet, grade. It says what
 * {@link OneMatch} says, row by row.
 */
final class ClauseSql {

    /** The column of the subject's region; null where it is not known. */
    static final String REGION = "_region";

    static final String SUBJECT = "_n";

    /** Facts whose absence one number can tell, beside the region's. */
    private static final int MOST_FACTS = 36;

    private final Exprs exprs;
    private final PolicyClause clause;
    private final List<String> facts;
    private final Map<Integer, Expr> lacking = new LinkedHashMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private String unmet = "NULL";
    private boolean graded;
    private boolean paying;

    private ClauseSql(PolicyClause clause, Columns columns) {
        this.clause = clause;
        this.facts = List.copyOf(clause.terms().facts().keySet());
        ModelCompiler compiler = new ModelCompiler(clause.model(), columns);
        this.exprs = compiler.exprs();
        Compiled conditions = carried(compiler, PolicyClause.ELIGIBILITY);
        if (facts.size() > MOST_FACTS || conditions.tables().isEmpty()) {
            throw new OutOfProfile("事实多于 " + MOST_FACTS + " 项", "more than " + MOST_FACTS + " facts");
        }
        OpenConditions open = new OpenConditions(exprs, conditions.tables().getLast(), ConditionsTable.policy(clause));
        Expr entitled = open.entitled();
        Expr undecided = open.undecided(entitled);
        Expr regionUnknown =
                clause.terms().regions().isEmpty() ? exprs.falsity : exprs.isNull(exprs.input("", REGION, Type.TEXT));
        Amount amount =
                clause.unit() == null ? null : amount(compiler, clause.unit().inYuan());
        Expr due = amount == null ? said(BulkVerdict.Said.ENTITLED) : amount.verdict();
        Expr allowed = compiler.allowed(PolicyClause.ELIGIBILITY);
        Expr verdict = exprs.ifThen(
                exprs.not(allowed),
                said(BulkVerdict.Said.FAULT),
                exprs.ifThen(
                        undecided,
                        said(BulkVerdict.Said.NEEDS_FACTS),
                        exprs.ifThen(
                                entitled,
                                exprs.ifThen(regionUnknown, said(BulkVerdict.Said.NEEDS_FACTS), due),
                                said(BulkVerdict.Said.NOT_ENTITLED))));
        masks(conditions.tables().getLast(), allowed);
        outputs.add(new Output.Value("verdict", verdict));
        outputs.add(new Output.Value(
                "missing",
                exprs.ifThen(
                        exprs.isTrue(exprs.same(verdict, said(BulkVerdict.Said.NEEDS_FACTS))),
                        missing(open, undecided, regionUnknown, amount),
                        exprs.number(0))));
        if (amount != null) {
            paying = true;
            outputs.add(new Output.Value("fen", amount.fen()));
        }
        if (conditions.value() instanceof Scalar(Expr value) && value.is(Kind.TEXT)) {
            graded = true;
            outputs.add(new Output.Value("grade", value));
        }
    }

    /** Compiled for data of these types. Throws {@link OutOfProfile} where the clause has to be asked row by row. */
    static ClauseSql of(PolicyClause clause, Columns columns) {
        return new ClauseSql(clause, columns);
    }

    private static Compiled carried(ModelCompiler compiler, String decision) {
        return switch (compiler.compile(decision)) {
            case Outcome.Left left -> throw new OutOfProfile(left.chinese(), left.english());
            case Outcome.Carried(Compiled compiled) -> {
                if (!compiled.tablesOfRows().isEmpty()) {
                    throw new OutOfProfile(
                            "要汇总明细 " + compiled.tablesOfRows(), "it summarises rows of " + compiled.tablesOfRows());
                }
                yield compiled;
            }
        };
    }

    private Expr said(BulkVerdict.Said said) {
        return exprs.number(said.code());
    }

    // --- the amount

    private record Amount(Expr verdict, Expr fen, Map<Input, Expr> missing) {}

    private Amount amount(ModelCompiler compiler, BigDecimal inYuan) {
        Compiled compiled = carried(compiler, PolicyClause.AMOUNT);
        if (!(compiled.value() instanceof Scalar(Expr number)) || !number.is(Kind.NUMBER)) {
            throw new OutOfProfile("金额不是数", "the amount is no number");
        }
        Map<Input, Expr> missing = new LinkedHashMap<>();
        for (Input input : compiler.inputs(PolicyClause.AMOUNT)) {
            if (ConditionsTable.formula(clause).contains(input.name())) {
                Input column = exprs.input("", input.name(), typeOf(compiled, input));
                missing.put(column, exprs.isNull(column));
            }
        }
        Expr fen =
                exprs.round(Exprs.Rounding.HALF_UP, exprs.multiply(number, exprs.number(inYuan.movePointRight(2))), 0);
        Expr beyond = fen.type().whole() <= String.valueOf(Candidate.MOST).length() - 1
                ? exprs.falsity
                : exprs.isTrue(exprs.less(exprs.number(Candidate.MOST), fen));
        Expr negative = exprs.isTrue(exprs.less(number, exprs.number(0)));
        Expr verdict = exprs.ifThen(
                exprs.isNull(number),
                exprs.ifThen(
                        exprs.or(List.copyOf(missing.values())),
                        said(BulkVerdict.Said.NEEDS_FACTS),
                        said(BulkVerdict.Said.FAULT)),
                exprs.ifThen(
                        exprs.or(List.of(negative, beyond)),
                        said(BulkVerdict.Said.FAULT),
                        exprs.ifThen(
                                exprs.isTrue(exprs.same(fen, exprs.number(0))),
                                said(BulkVerdict.Said.NOTHING_DUE),
                                said(BulkVerdict.Said.ENTITLED))));
        return new Amount(verdict, fen, missing);
    }

    private static Type typeOf(Compiled compiled, Input input) {
        return compiled.inputs().stream()
                .filter(used -> used.path().equals(input.path()))
                .map(Input::type)
                .findFirst()
                .orElse(input.type());
    }

    // --- what is missing

    /** A number whose bit 0 is the region and whose bit i + 1 is the clause's fact i; asked only where facts are needed. */
    private Expr missing(OpenConditions open, Expr undecided, Expr regionUnknown, @Nullable Amount amount) {
        open.missing().forEach((input, condition) -> lacking(input.name(), exprs.and(undecided, condition)));
        if (amount != null) {
            Expr dueAsked = exprs.and(exprs.not(undecided), exprs.not(regionUnknown));
            amount.missing().forEach((input, condition) -> lacking(input.name(), exprs.and(dueAsked, condition)));
        }
        if (regionUnknown != exprs.falsity) {
            lacking.put(0, regionUnknown);
        }
        List<Expr> bits = new ArrayList<>();
        lacking.forEach(
                (bit, condition) -> bits.add(exprs.ifThen(condition, exprs.number(1L << bit), exprs.number(0))));
        return bits.isEmpty() ? exprs.number(0) : sum(bits);
    }

    /** A figure of the book hangs on a day: where that is not known, the day is asked for. */
    private void lacking(String name, Expr condition) {
        if (clause.terms().facts().get(name) instanceof Fact.Dated(String parameter, String day)) {
            Expr unknown = exprs.isNull(exprs.input("", day, Type.DATE));
            put(day, exprs.and(condition, unknown));
            put(name, exprs.and(condition, exprs.not(unknown)));
        } else {
            put(name, condition);
        }
    }

    private void put(String name, Expr condition) {
        int at = facts.indexOf(name);
        if (at >= 0) {
            lacking.merge(at + 1, condition, (one, other) -> exprs.or(List.of(one, other)));
        }
    }

    private Expr sum(List<Expr> terms) {
        int half = terms.size() / 2;
        return terms.size() == 1
                ? terms.getFirst()
                : exprs.add(sum(terms.subList(0, half)), sum(terms.subList(half, terms.size())));
    }

    // --- the nearest row

    /**
     * Which conditions hold, as bits, and after them which values are allowed: a row that matches is a test of them, and one
     * that does not is counted.
     */
    private void masks(Table table, Expr allowed) {
        List<Expr> bits = new ArrayList<>(
                table.conditions().stream().map(Compiled.Condition::holds).toList());
        bits.addAll(allowed instanceof Call call && call.op() == Op.AND ? call.args() : List.of(allowed));
        if (bits.size() > BulkQuery.BITS) {
            return;
        }
        outputs.add(new Output.Mask("met", bits));
        List<String> rows = table.rows().stream()
                .filter(OpenConditions::gives)
                .map(row -> row.conditions().stream().mapToLong(at -> 1L << at).reduce(0, (a, b) -> a | b))
                .distinct()
                .map(mask -> "bit_count(" + mask + " - (met & " + mask + "))")
                .toList();
        unmet = rows.size() == 1 ? rows.getFirst() : rows.isEmpty() ? "NULL" : "least(" + String.join(", ", rows) + ")";
    }

    // --- text

    /**
     * The select.
     *
     * @param name of the select that gives the subjects, and {@code subjects} that select
     */
    String sql(Dialect dialect, String name, String subjects, int number) {
        String statement = BulkQuery.of(dialect, name, List.of(SUBJECT), outputs);
        return """
            SELECT %s AS subject, CAST(%d AS SMALLINT) AS clause, CAST(verdict AS TINYINT) AS verdict,
              %s AS fen, CASE WHEN verdict = %d THEN CAST(missing AS BIGINT) END AS missing,
              %s AS unmet, %s AS grade
            FROM (WITH %s AS (%s)%s%s) AS r""".formatted(
                        SUBJECT,
                        number,
                        paying ? when(BulkVerdict.Said.ENTITLED, "CAST(fen AS BIGINT)") : "CAST(NULL AS BIGINT)",
                        BulkVerdict.Said.NEEDS_FACTS.code(),
                        unmet.equals("NULL")
                                ? "CAST(NULL AS TINYINT)"
                                : when(BulkVerdict.Said.NOT_ENTITLED, "CAST(" + unmet + " AS TINYINT)"),
                        graded ? when(BulkVerdict.Said.ENTITLED, "grade") : "CAST(NULL AS " + text(dialect) + ")",
                        dialect.quoted(name),
                        subjects,
                        statement.startsWith("WITH ") ? ",\n" : "\n",
                        statement.startsWith("WITH ") ? statement.substring("WITH ".length()) : statement);
    }

    private static String text(Dialect dialect) {
        return dialect.name().toLowerCase(java.util.Locale.ROOT).contains("spark") ? "STRING" : "VARCHAR";
    }

    private static String when(BulkVerdict.Said said, String value) {
        return "CASE WHEN verdict = " + said.code() + " THEN " + value + " END";
    }

    /** Several clauses in one statement. */
    static String union(List<String> selects) {
        return selects.stream().collect(Collectors.joining("\nUNION ALL\n"));
    }
}
