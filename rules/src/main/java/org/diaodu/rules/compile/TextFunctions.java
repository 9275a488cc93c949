package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs.Rounding;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;

/** FEEL's functions of texts: DMN 1.5, chapter 10.3.4.3. */
final class TextFunctions extends FunctionGroup {

    TextFunctions(Operators operators) {
        super(operators);
    }

    Staged text(List<Staged> a, Type type, Op op) {
        return a.size() == 1 && a.get(0) instanceof Scalar(Expr expr) && expr.is(Kind.TEXT)
                ? new Scalar(exprs.call(op, type, expr))
                : operators.nothing();
    }

    Staged texts(List<Staged> a, Type type, Op op) {
        return a.size() == 2
                        && a.get(0) instanceof Scalar(Expr text)
                        && text.is(Kind.TEXT)
                        && a.get(1) instanceof Scalar(Expr match)
                        && match.is(Kind.TEXT)
                ? new Scalar(exprs.call(op, type, text, match))
                : operators.nothing();
    }

    Staged substring(List<Staged> a) {
        if (!(arg(a, 0) instanceof Scalar(Expr text)) || !text.is(Kind.TEXT) || !numeric(arg(a, 1))) {
            return operators.nothing();
        }
        List<Expr> args = new ArrayList<>(List.of(text, whole(expr(a.get(1)))));
        if (a.size() > 2 && !operators.isNothing(a.get(2))) {
            if (!numeric(a.get(2))) {
                return operators.nothing();
            }
            args.add(whole(expr(a.get(2))));
        }
        return new Scalar(exprs.call(Op.SUBSTRING, Type.TEXT, args));
    }

    private Expr whole(Expr number) {
        return exprs.round(Rounding.DOWN, number, 0);
    }

    Staged text(Staged value) {
        if (!(value instanceof Scalar(Expr expr))) {
            throw new OutOfProfile("结构值转文本", "a list or context as text");
        }
        return switch (expr.type().kind()) {
            case TEXT -> value;
            case NOTHING -> operators.nothing();
            case NUMBER -> {
                if (expr.type().real()) {
                    throw new OutOfProfile("近似数转文本", "an approximate number as text");
                }
                yield new Scalar(exprs.call(Op.NUMBER_TO_TEXT, Type.TEXT, expr));
            }
            case TRUTH ->
                new Scalar(exprs.ifThen(
                        exprs.isNull(expr),
                        exprs.nothing(Type.TEXT),
                        exprs.ifThen(expr, exprs.text("true"), exprs.text("false"))));
            case DATE -> new Scalar(exprs.call(Op.DATE_TO_TEXT, Type.TEXT, expr));
            default -> throw new OutOfProfile("时间或时长转文本", "a time or duration as text");
        };
    }
}
