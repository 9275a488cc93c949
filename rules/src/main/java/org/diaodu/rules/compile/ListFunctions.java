package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Rows;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Fold;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** FEEL's functions of lists, and the summaries of a child table: DMN 1.5, chapter 10.3.4.4. */
final class ListFunctions extends FunctionGroup {

    ListFunctions(Operators operators) {
        super(operators);
    }

    /** The arguments as one list: either the only argument, or all of them. */
    private Staged listed(List<Staged> a) {
        if (a.size() == 1 && (a.get(0) instanceof Listed || a.get(0) instanceof Rows)) {
            return a.get(0);
        }
        return new Listed(
                a.stream().map(value -> new Element(exprs.truth, value)).toList(), exprs.truth);
    }

    Listed list(Staged value) {
        if (value instanceof Listed listed) {
            if (listed.present() != exprs.truth) {
                throw new OutOfProfile("可能为空值的列表", "a list that may be null");
            }
            return listed;
        }
        if (value instanceof Rows) {
            throw summariesOnly();
        }
        return new Listed(List.of(new Element(exprs.truth, value)), exprs.truth);
    }

    Staged extreme(List<Staged> a, boolean least) {
        if (a.isEmpty()) {
            return operators.nothing();
        }
        Staged all = listed(a);
        if (all instanceof Rows rows) {
            Expr of = scalar(rows.each());
            return new Scalar(exprs.aggregate(least ? Fold.MIN : Fold.MAX, rows.table(), of, rows.where(), of.type()));
        }
        Listed list = list(all);
        if (list.elements().isEmpty()) {
            return operators.nothing();
        }
        List<Expr> parts = scalars(list);
        Kind kind = parts.get(0).type().kind();
        for (Expr part : parts) {
            if (!part.is(kind) || part.is(Kind.NOTHING)) {
                return operators.nothing();
            }
        }
        if (list.elements().stream().allMatch(element -> element.guard() == exprs.truth)) {
            return new Scalar(exprs.extreme(least, parts));
        }
        return new Scalar(guarded(list, (so, next) -> exprs.extreme(least, List.of(so, next))));
    }

    private interface Step {
        Expr of(Expr soFar, Expr next);
    }

    /** Folds the elements that are there; null where none is. */
    private Expr guarded(Listed list, Step step) {
        Expr any = exprs.falsity;
        Expr result = exprs.nothing;
        for (Element element : list.elements()) {
            Expr value = scalar(element.value());
            Expr joined = result == exprs.nothing ? value : exprs.ifThen(any, step.of(result, value), value);
            result = result == exprs.nothing && element.guard() == exprs.truth
                    ? joined
                    : exprs.ifThen(
                            element.guard(), joined, result == exprs.nothing ? exprs.nothing(value.type()) : result);
            any = exprs.or(List.of(any, element.guard()));
        }
        return result;
    }

    private List<Expr> scalars(Listed list) {
        return list.elements().stream().map(element -> scalar(element.value())).toList();
    }

    private Expr scalar(Staged value) {
        if (value instanceof Scalar(Expr expr)) {
            return expr;
        }
        throw new OutOfProfile("此处需要单个值", "a list or context where one value is needed");
    }

    Staged summed(List<Staged> a) {
        return folded(a, exprs::add, Fold.SUM);
    }

    Staged product(List<Staged> a) {
        return folded(a, exprs::multiply, null);
    }

    private Staged folded(List<Staged> a, Step step, @Nullable Fold fold) {
        if (a.isEmpty()) {
            return operators.nothing();
        }
        Staged all = listed(a);
        if (all instanceof Rows rows && fold != null) {
            Expr of = scalar(rows.each());
            if (!of.is(Kind.NUMBER)) {
                return operators.nothing();
            }
            Type type = new Type(
                    Kind.NUMBER,
                    Math.min(Type.MOST_DIGITS, of.type().digits() + 9),
                    of.type().scale(),
                    of.type().exact());
            return new Scalar(exprs.aggregate(
                    fold, rows.table(), of, rows.where(), of.type().real() ? Type.REAL : type));
        }
        Listed list = list(all);
        if (list.elements().isEmpty()) {
            return operators.nothing();
        }
        for (Expr part : scalars(list)) {
            if (!part.is(Kind.NUMBER)) {
                return operators.nothing();
            }
        }
        return new Scalar(guarded(list, step));
    }

    Staged mean(List<Staged> a) {
        if (!(summed(a) instanceof Scalar(Expr sum)) || !(counted(List.of(listed(a))) instanceof Scalar(Expr count))) {
            return operators.nothing();
        }
        return Exprs.isNothing(sum) || Exprs.isNothing(count)
                ? operators.nothing()
                : new Scalar(exprs.divide(sum, count, Kind.NUMBER));
    }

    Staged counted(List<Staged> a) {
        if (a.size() != 1) {
            return operators.nothing();
        }
        if (a.get(0) instanceof Rows rows) {
            return new Scalar(exprs.aggregate(Fold.COUNT, rows.table(), exprs.truth, rows.where(), Type.number(9, 0)));
        }
        if (operators.isNothing(a.get(0))) {
            return operators.nothing();
        }
        Expr count = exprs.number(0);
        for (Element element : list(a.get(0)).elements()) {
            count = exprs.add(count, exprs.ifThen(element.guard(), exprs.number(1), exprs.number(0)));
        }
        return new Scalar(count);
    }

    /** {@code all}: false if any is false, else null if any is no truth value, else true; {@code any} likewise. */
    Staged all(List<Staged> a, boolean all) {
        if (a.isEmpty()) {
            return operators.nothing();
        }
        Staged listed = listed(a);
        if (listed instanceof Rows rows) {
            return new Scalar(exprs.aggregate(
                    all ? Fold.ALL : Fold.ANY, rows.table(), operators.truth(rows.each()), rows.where(), Type.TRUTH));
        }
        List<Expr> parts = new ArrayList<>();
        for (Element element : list(listed).elements()) {
            Expr value = operators.truth(element.value());
            parts.add(all ? exprs.or(List.of(exprs.not(element.guard()), value)) : exprs.and(element.guard(), value));
        }
        return new Scalar(all ? exprs.and(parts) : exprs.or(parts));
    }

    Staged contains(List<Staged> a) {
        if (a.size() != 2 || operators.isNothing(a.get(0))) {
            return operators.nothing();
        }
        List<Expr> parts = new ArrayList<>();
        for (Element element : list(a.get(0)).elements()) {
            parts.add(exprs.and(element.guard(), exprs.isTrue(operators.alike(element.value(), a.get(1)))));
        }
        return new Scalar(exprs.or(parts));
    }

    Staged appended(List<Staged> a) {
        if (a.isEmpty() || operators.isNothing(a.get(0))) {
            return operators.nothing();
        }
        List<Element> all = new ArrayList<>(list(a.get(0)).elements());
        for (Staged more : a.subList(1, a.size())) {
            all.add(new Element(exprs.truth, more));
        }
        return new Listed(all, exprs.truth);
    }

    Staged concatenated(List<Staged> a) {
        List<Element> all = new ArrayList<>();
        for (Staged one : a) {
            if (operators.isNothing(one)) {
                return operators.nothing();
            }
            all.addAll(list(one).elements());
        }
        return new Listed(all, exprs.truth);
    }

    List<Element> flat(List<Element> elements) {
        List<Element> all = new ArrayList<>();
        for (Element element : elements) {
            if (element.value() instanceof Listed inner) {
                for (Element one : flat(list(inner).elements())) {
                    all.add(new Element(exprs.and(element.guard(), one.guard()), one.value()));
                }
            } else {
                all.add(element);
            }
        }
        return all;
    }
}
