package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * What a clause says of any subject of its kind, as expressions over the subject's facts: they say what {@link OneMatch} says.
 * {@link ClauseSql} writes them as a statement over all, {@link ClauseProgram} computes them one after another.
 */
final class ClauseExpressions {

    /** The column of the subject's region; null where it is not known. */
    static final String REGION = "_region";

    /** Facts whose absence one number can tell, beside the region's. */
    private static final int MOST_FACTS = 36;

    private final Exprs exprs;
    private final PolicyClause clause;
    private final List<String> facts;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<Integer, Expr> lacking = new LinkedHashMap<>();
    private final List<Expr> bits = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final Expr verdict;
    private final Expr verdictWhereKnown;
    private final Expr missing;
    private final @Nullable Expr fen;
    private final @Nullable Expr grade;

    private ClauseExpressions(PolicyClause clause, Columns columns) {
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
        verdict = verdict(
                allowed, undecided, entitled, exprs.ifThen(regionUnknown, said(BulkVerdict.Said.NEEDS_FACTS), due));
        verdictWhereKnown = verdict(allowed, exprs.falsity, entitled, due);
        if (!clause.terms().regions().isEmpty()) {
            asked.add(REGION);
        }
        masks(conditions.tables().getLast(), allowed);
        missing = exprs.ifThen(
                exprs.isTrue(exprs.same(verdict, said(BulkVerdict.Said.NEEDS_FACTS))),
                missing(open, undecided, regionUnknown, amount),
                exprs.number(0));
        fen = amount == null ? null : amount.fen();
        grade = conditions.value() instanceof Scalar(Expr value) && value.is(Kind.TEXT) ? value : null;
    }

    private Expr verdict(Expr allowed, Expr undecided, Expr entitled, Expr due) {
        return exprs.ifThen(
                exprs.not(allowed),
                said(BulkVerdict.Said.FAULT),
                exprs.ifThen(
                        undecided,
                        said(BulkVerdict.Said.NEEDS_FACTS),
                        exprs.ifThen(entitled, due, said(BulkVerdict.Said.NOT_ENTITLED))));
    }

    /** Compiled for data of these types. Throws {@link OutOfProfile} where the clause has to be asked row by row. */
    static ClauseExpressions of(PolicyClause clause, Columns columns) {
        return new ClauseExpressions(clause, columns);
    }

    /** A number: the code of {@link BulkVerdict.Said}. Never null. */
    Expr verdict() {
        return verdict;
    }

    /** The facts on which all this depends, and {@link #REGION}. */
    Set<String> asked() {
        return asked;
    }

    /** The verdict where everything asked is known: then nothing can be undecided. */
    Expr verdictWhereKnown() {
        return verdictWhereKnown;
    }

    /** Where facts are needed a number whose bits say which; else 0. */
    Expr missing() {
        return missing;
    }

    /** The amount; of account only where the verdict is that it is due. Null where the clause pays nothing. */
    @Nullable
    Expr fen() {
        return fen;
    }

    /** The answer of the row; null where rows give no grades. */
    @Nullable
    Expr grade() {
        return grade;
    }

    /** Which conditions hold, and after them which values are allowed; empty where they are too many to be kept as bits. */
    List<Expr> bits() {
        return bits;
    }

    /** For each row that entitles the bits of its conditions. */
    List<Long> rows() {
        return rows;
    }

    private Compiled carried(ModelCompiler compiler, String decision) {
        return switch (compiler.compile(decision)) {
            case Outcome.Left left -> throw new OutOfProfile(left.chinese(), left.english());
            case Outcome.Carried(Compiled compiled) -> {
                if (!compiled.tablesOfRows().isEmpty()) {
                    throw new OutOfProfile(
                            "要汇总明细 " + compiled.tablesOfRows(), "it summarises rows of " + compiled.tablesOfRows());
                }
                compiled.inputs().forEach(input -> asked.add(input.name()));
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
        List<Expr> flags = new ArrayList<>();
        lacking.forEach(
                (bit, condition) -> flags.add(exprs.ifThen(condition, exprs.number(1L << bit), exprs.number(0))));
        return flags.isEmpty() ? exprs.number(0) : sum(flags);
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

    /** A row that matches is a test of the bits, and one that does not is counted. */
    private void masks(Table table, Expr allowed) {
        List<Expr> all = new ArrayList<>(
                table.conditions().stream().map(Compiled.Condition::holds).toList());
        all.addAll(allowed instanceof Call call && call.op() == Op.AND ? call.args() : List.of(allowed));
        if (all.size() > BulkQuery.BITS) {
            return;
        }
        bits.addAll(all);
        table.rows().stream()
                .filter(OpenConditions::gives)
                .map(row -> row.conditions().stream().mapToLong(at -> 1L << at).reduce(0, (a, b) -> a | b))
                .distinct()
                .forEach(rows::add);
    }
}
