package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Exprs.Rounding;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;

/** FEEL's functions of numbers: DMN 1.5, chapter 10.3.4.5. */
final class NumberFunctions extends FunctionGroup {

    private final Literals literals;

    NumberFunctions(Operators operators, Literals literals) {
        super(operators);
        this.literals = literals;
    }

    interface OnNumber {
        Expr of(Expr number);
    }

    Staged number(List<Staged> a, int index, boolean durationsToo, OnNumber function) {
        if (a.size() != 1 || !(arg(a, index) instanceof Scalar(Expr expr))) {
            return operators.nothing();
        }
        if (expr.is(Kind.NUMBER) || durationsToo && (expr.is(Kind.MONTHS) || expr.is(Kind.SECONDS))) {
            return new Scalar(function.of(expr));
        }
        return operators.nothing();
    }

    Staged rounded(List<Staged> a, Rounding rounding) {
        if (!numeric(arg(a, 0))) {
            return operators.nothing();
        }
        int places = 0;
        if (a.size() > 1) {
            if (!(a.get(1) instanceof Scalar(Expr scale)) || !scale.is(Kind.NUMBER)) {
                return operators.nothing();
            }
            Constant known = literals.known(scale);
            if (known == null || !(known.value() instanceof BigDecimal value)) {
                throw new OutOfProfile("舍入位数因企业而异", "a number of places that depends on the case");
            }
            if (value.abs().compareTo(BigDecimal.valueOf(30)) > 0) {
                throw new OutOfProfile("舍入位数 " + value, value + " places");
            }
            places = value.intValue();
        }
        return new Scalar(exprs.round(rounding, expr(a.get(0)), places));
    }

    Staged parity(List<Staged> a, int rest) {
        if (a.size() != 1 || !numeric(a.get(0))) {
            return operators.nothing();
        }
        Expr remainder = exprs.modulo(exprs.abs(expr(a.get(0))), exprs.number(2));
        Expr fits = exprs.ifThen(
                exprs.same(exprs.modulo(remainder, exprs.number(1)), exprs.number(0)),
                exprs.same(remainder, exprs.number(rest)),
                exprs.nothing(Type.TRUTH));
        return new Scalar(exprs.ifThen(exprs.isNull(remainder), exprs.nothing(Type.TRUTH), fits));
    }

    Staged parsed(List<Staged> a) {
        if (!(arg(a, 0) instanceof Scalar(Expr expr)) || !expr.is(Kind.TEXT)) {
            return operators.nothing();
        }
        for (Staged separator : a.subList(1, a.size())) {
            if (!operators.isNothing(separator)) {
                throw new OutOfProfile("number() 的分隔符", "number() with separators");
            }
        }
        return new Scalar(exprs.call(Op.TEXT_TO_NUMBER, Type.number(24, 8), expr));
    }
}
