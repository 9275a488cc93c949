package org.diaodu.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.compile.Compiled.Condition;
import org.diaodu.rules.compile.Compiled.Row;
import org.diaodu.rules.compile.Compiled.Table;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.kie.dmn.model.api.HitPolicy;

/**
 * What {@link OpenRows} says of one subject, as expressions over all: which rows may still match, and for want of which facts.
 * No expression here is ever null.
 */
final class OpenConditions {

    private final Exprs exprs;
    private final Table table;
    private final HitPolicy policy;
    private final List<Map<Input, Expr>> missing = new ArrayList<>();
    private final List<Expr> open = new ArrayList<>();

    /** Throws {@link OutOfProfile} where a condition asks for rows of a child table. */
    OpenConditions(Exprs exprs, Table table, HitPolicy policy) {
        this.exprs = exprs;
        this.table = table;
        this.policy = policy;
        for (Condition condition : table.conditions()) {
            Map<Input, Expr> of = missing(condition);
            missing.add(of);
            open.add(exprs.or(joined(condition.holds(), of.values())));
        }
    }

    private static List<Expr> joined(Expr first, Iterable<Expr> others) {
        List<Expr> all = new ArrayList<>(List.of(first));
        others.forEach(all::add);
        return all;
    }

    /** Does a row match that gives something, and none before it that gives nothing? */
    Expr entitled() {
        Expr result = exprs.falsity;
        for (Row row : table.rows().reversed()) {
            result =
                    gives(row) ? exprs.or(List.of(row.matches(), result)) : exprs.and(exprs.not(row.matches()), result);
        }
        return result;
    }

    /** Does the answer depend on facts not known? */
    Expr undecided(Expr entitled) {
        List<Expr> giving = new ArrayList<>();
        List<Expr> any = new ArrayList<>();
        for (Row row : table.rows()) {
            Expr possible = possible(row);
            any.add(possible);
            if (gives(row)) {
                giving.add(possible);
            }
        }
        Expr none = exprs.and(exprs.not(entitled), exprs.or(giving));
        return policy == HitPolicy.FIRST ? exprs.or(List.of(none, exprs.and(entitled, exprs.or(any)))) : none;
    }

    /** Under which condition each input is asked for, where the answer is undecided. */
    Map<Input, Expr> missing() {
        Map<Input, List<Expr>> parts = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Expr possible = possible(row);
            for (int at : row.conditions()) {
                missing.get(at)
                        .forEach((input, unknown) -> parts.computeIfAbsent(input, key -> new ArrayList<>())
                                .add(exprs.and(possible, unknown)));
            }
        }
        Map<Input, Expr> all = new LinkedHashMap<>();
        parts.forEach((input, any) -> all.put(input, exprs.or(any)));
        return all;
    }

    /** Might the row still match and count? Not after one that matched; where rows exclude each other, not beside one. */
    private Expr possible(Row row) {
        List<Expr> parts = new ArrayList<>();
        row.conditions().forEach(at -> parts.add(open.get(at)));
        for (Row other : table.rows()) {
            if (policy != HitPolicy.FIRST || other.number() <= row.number()) {
                parts.add(exprs.not(other.matches()));
            }
        }
        return exprs.and(parts);
    }

    static boolean gives(Row row) {
        return OpenRows.gives(row.outputs());
    }

    // --- what is missing

    private Map<Input, Expr> missing(Condition condition) {
        var column = table.columns().get(condition.column());
        Map<Input, Expr> ofSubject = new LinkedHashMap<>();
        Values.parts("", column.subject())
                .values()
                .forEach(part -> missing(part, exprs.truth, new LinkedHashSet<>(), ofSubject));
        Expr failing = exprs.not(condition.holds());
        Map<Input, Expr> all = new LinkedHashMap<>();
        ofSubject.forEach((input, without) -> all.put(input, exprs.and(failing, column.missing(), without)));
        Expr asked = asked(condition.holds());
        Map<Input, Expr> ofCell = new LinkedHashMap<>();
        missing(condition.holds(), exprs.truth, new LinkedHashSet<>(), ofCell);
        if (ofSubject.size() == 1) {
            ofCell.keySet().removeIf(input -> ofSubject.get(input) == column.missing());
        }
        ofCell.forEach((input, without) -> all.merge(
                input,
                exprs.and(failing, exprs.not(column.missing()), exprs.isNull(asked), without),
                (one, other) -> exprs.or(List.of(one, other))));
        return all;
    }

    /** Without the "is true" that makes a cell's test two-valued. */
    private static Expr asked(Expr holds) {
        return holds instanceof Call call
                        && call.op() == Op.SAME
                        && call.arg(1) instanceof Constant constant
                        && Boolean.TRUE.equals(constant.value())
                ? call.arg(0)
                : holds;
    }

    /** The inputs on the way taken through the expression, each with the condition under which it is met and missing. */
    private void missing(Expr expr, Expr way, Set<Expr> above, Map<Input, Expr> found) {
        switch (expr) {
            case Input input ->
                found.merge(input, exprs.and(way, exprs.isNull(input)), (one, other) -> exprs.or(List.of(one, other)));
            case Call call
            when call.op() == Op.IF -> {
                missing(call.arg(0), way, above, found);
                Expr taken = exprs.isTrue(call.arg(0));
                missing(call.arg(1), exprs.and(way, taken), above, found);
                missing(call.arg(2), exprs.and(way, exprs.not(taken)), above, found);
            }
            case Call call -> {
                if (way != exprs.truth || above.add(call)) {
                    call.args().forEach(arg -> missing(arg, way, above, found));
                }
            }
            case Aggregate aggregate ->
                throw new OutOfProfile(
                        "条件要汇总明细 " + aggregate.table(), "a condition summarises rows of " + aggregate.table());
            case Constant ignored -> {}
        }
    }
}
