package org.diaodu.rules.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * Prints expressions in the SQL of one engine. What both engines say alike stands here; a dialect says the rest. Names and
 * texts are always quoted, so that nothing written in a model or a table reaches the engine as SQL.
 */
public abstract sealed class Dialect permits DuckDbDialect, SparkDialect {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** Where a value that is computed elsewhere stands; null to print the expression itself. */
    public interface Names {
        @Nullable
        String of(Expr expr);
    }

    public abstract String name();

    /** A name of a table or column. */
    public abstract String quoted(String name);

    abstract String text(String value);

    /** The type's name. */
    public abstract String type(Type type);

    abstract String divided(Call call, String dividend, String divisor);

    abstract String special(Call call, List<String> args);

    // --- values and tests

    /** The expression's value, null where it is null. */
    public final String value(Expr expr, Names names) {
        String known = names.of(expr);
        if (known != null) {
            return known;
        }
        return switch (expr) {
            case Constant constant -> constant(constant);
            case Input input -> quoted(input.name());
            case Aggregate aggregate -> throw new IllegalStateException("an aggregate needs a name: " + aggregate);
            case Call call -> call(call, names);
        };
    }

    /** A condition that is true where the expression is true, and false or null where it is not. */
    public final String test(Expr expr, Names names) {
        if (names.of(expr) == null && expr instanceof Call call) {
            switch (call.op()) {
                case AND -> {
                    return joined(call.args(), " AND ", names);
                }
                case OR -> {
                    return joined(call.args(), " OR ", names);
                }
                case SAME -> {
                    Expr a = call.arg(0);
                    Expr b = call.arg(1);
                    if (isTrue(b)) {
                        return test(a, names);
                    }
                    if (!a.nullable() || !b.nullable()) {
                        return compared(a, "=", b, names);
                    }
                }
                case NOT -> {
                    Expr negated = call.arg(0);
                    if (names.of(negated) == null && negated instanceof Call inner && inner.op() == Op.IS_NULL) {
                        return value(inner.arg(0), names) + " IS NOT NULL";
                    }
                }
                default -> {}
            }
        }
        return value(expr, names);
    }

    private static boolean isTrue(Expr expr) {
        return expr instanceof Constant constant && Boolean.TRUE.equals(constant.value());
    }

    private String joined(List<Expr> args, String by, Names names) {
        List<String> parts = new ArrayList<>();
        for (Expr arg : args) {
            String part = test(arg, names);
            boolean compound = names.of(arg) == null
                    && arg instanceof Call call
                    && (call.op() == Op.AND || call.op() == Op.OR || call.op() == Op.SAME || call.op() == Op.NOT);
            parts.add(compound ? "(" + part + ")" : part);
        }
        return String.join(by, parts);
    }

    private String call(Call call, Names names) {
        switch (call.op()) {
            case AND, OR -> {
                boolean total = !call.nullable();
                boolean partial = call.args().stream().anyMatch(arg -> isCoalesced(arg, names));
                if (total && partial) {
                    return "COALESCE(" + joined(call.args(), " " + call.op() + " ", names) + ", FALSE)";
                }
                List<String> parts = call.args().stream()
                        .map(arg -> "(" + value(arg, names) + ")")
                        .toList();
                return String.join(" " + call.op() + " ", parts);
            }
            case NOT -> {
                if (call.arg(0) instanceof Call inner && inner.op() == Op.IS_NULL && names.of(inner) == null) {
                    return value(inner.arg(0), names) + " IS NOT NULL";
                }
                return "NOT (" + value(call.arg(0), names) + ")";
            }
            case IS_NULL -> {
                return "(" + value(call.arg(0), names) + ") IS NULL";
            }
            case SAME -> {
                return same(call.arg(0), call.arg(1), names);
            }
            case LESS -> {
                return compared(call.arg(0), "<", call.arg(1), names);
            }
            case AT_MOST -> {
                return compared(call.arg(0), "<=", call.arg(1), names);
            }
            case IF -> {
                return choice(call, names);
            }
            case LEAST, GREATEST -> {
                return extreme(call, names);
            }
            default -> {
                return plain(call, operands(call, names));
            }
        }
    }

    private List<String> operands(Call call, Names names) {
        List<String> operands = new ArrayList<>();
        for (Expr arg : call.args()) {
            operands.add(arg instanceof Constant constant ? operand(constant) : value(arg, names));
        }
        return operands;
    }

    private boolean isCoalesced(Expr expr, Names names) {
        return names.of(expr) == null
                && expr instanceof Call call
                && call.op() == Op.SAME
                && (call.arg(0).nullable() || call.arg(1).nullable());
    }

    private String same(Expr a, Expr b, Names names) {
        if (isTrue(b)) {
            return a.nullable() ? "COALESCE(" + test(a, names) + ", FALSE)" : value(a, names);
        }
        if (!a.nullable() && !b.nullable()) {
            return compared(a, "=", b, names);
        }
        if (!a.nullable() || !b.nullable()) {
            return "COALESCE(" + compared(a, "=", b, names) + ", FALSE)";
        }
        return compared(a, "IS NOT DISTINCT FROM", b, names);
    }

    private String compared(Expr a, String sign, Expr b, Names names) {
        return side(a, names) + " " + sign + " " + side(b, names);
    }

    private String side(Expr expr, Names names) {
        String printed = value(expr, names);
        return names.of(expr) == null
                        && expr instanceof Call call
                        && (call.is(Kind.TRUTH) || call.op() == Op.ADD || call.op() == Op.SUBTRACT)
                ? "(" + printed + ")"
                : printed;
    }

    private String choice(Call call, Names names) {
        StringBuilder sql = new StringBuilder("CASE");
        Expr rest = call;
        while (rest instanceof Call next && next.op() == Op.IF && (rest == call || names.of(rest) == null)) {
            sql.append(" WHEN ")
                    .append(test(next.arg(0), names))
                    .append(" THEN ")
                    .append(value(next.arg(1), names));
            rest = next.arg(2);
        }
        if (!Exprs.isNothing(rest)) {
            sql.append(" ELSE ").append(value(rest, names));
        } else if (call.arg(1) instanceof Constant first && Exprs.isNothing(first)) {
            sql.append(" ELSE ").append(value(rest, names));
        }
        return sql.append(" END").toString();
    }

    // --- operations both engines know

    private String plain(Call call, List<String> args) {
        String first = args.get(0);
        return switch (call.op()) {
            case ADD -> "(" + widened(call, 0, first) + " + " + args.get(1) + ")";
            case SUBTRACT -> "(" + widened(call, 0, first) + " - " + args.get(1) + ")";
            case MULTIPLY -> "(" + widened(call, 0, first) + " * " + args.get(1) + ")";
            case DIVIDE -> divided(call, first, args.get(1));
            case MODULO -> modulo(call, first, args.get(1));
            case RESCALE -> rescaled(call, first);
            case ABS -> "abs(" + first + ")";
            case FLOOR -> "floor(" + first + ")";
            case CEILING -> "ceil(" + first + ")";
            case CONCAT -> "(" + String.join(" || ", args) + ")";
            case LENGTH -> "length(" + first + ")";
            case LOWER -> "lower(" + first + ")";
            case SUBSTRING -> substring(args);
            case NUMBER_TO_TEXT ->
                call.arg(0).type().scale() == 0
                        ? "CAST(CAST(" + first + " AS " + type(call.arg(0).type()) + ") AS " + type(Type.TEXT) + ")"
                        : "trim(TRAILING '.' FROM trim(TRAILING '0' FROM CAST(" + first + " AS " + type(Type.TEXT)
                                + ")))";
            case DATE_TO_TEXT -> "CAST(" + first + " AS " + type(Type.TEXT) + ")";
            case YEAR -> "year(" + first + ")";
            case MONTH -> "month(" + first + ")";
            case DAY -> "day(" + first + ")";
            case DAY_OF_YEAR -> "dayofyear(" + first + ")";
            case AT_MIDNIGHT -> "CAST(" + first + " AS " + type(Type.DATE_TIME) + ")";
            case DATE_OF -> "CAST(" + first + " AS DATE)";
            case TEXT_TO_NUMBER ->
                "CASE WHEN " + matches(first, "^-?([0-9]+([.][0-9]+)?|[.][0-9]+)$") + " THEN TRY_CAST(" + first + " AS "
                        + type(call.type()) + ") END";
            case TEXT_TO_DATE ->
                "CASE WHEN " + matches(first, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") + " THEN TRY_CAST(" + first
                        + " AS DATE) END";
            case SQRT -> "CASE WHEN " + first + " >= 0 THEN sqrt(" + first + ") END";
            case LOG -> "CASE WHEN " + first + " > 0 THEN ln(" + first + ") END";
            case EXP -> "exp(" + first + ")";
            case POWER -> "pow(" + first + ", " + args.get(1) + ")";
            default -> special(call, args);
        };
    }

    abstract String matches(String text, String pattern);

    /** The first operand cast so that the engine's own result type has room for every result. */
    abstract String widened(Call call, int index, String printed);

    private String rescaled(Call call, String arg) {
        Type from = call.arg(0).type();
        if (!call.type().real()
                && from.kind().decimal()
                && !from.real()
                && from.digits() == call.type().digits()
                && from.scale() == call.type().scale()) {
            return arg;
        }
        return "CAST(" + arg + " AS " + type(call.type()) + ")";
    }

    /** FEEL's remainder has the sign of the divisor, the engines' that of the dividend. */
    private String modulo(Call call, String a, String b) {
        if (call.arg(1) instanceof Constant constant
                && constant.value() instanceof BigDecimal divisor
                && divisor.signum() > 0) {
            String rest = remainder(call, a, b);
            return "CASE WHEN " + rest + " < 0 THEN " + rest + " + " + b + " ELSE " + rest + " END";
        }
        String rest = remainder(call, a, "nullif(" + b + ", 0)");
        return "CASE WHEN " + b + " = 0 THEN NULL WHEN " + rest + " <> 0 AND (" + rest + " < 0) <> (" + b
                + " < 0) THEN " + rest + " + " + b + " ELSE " + rest + " END";
    }

    /** What is left of a division towards zero, exactly; null where the divisor is. */
    abstract String remainder(Call call, String dividend, String divisor);

    /** The engines leave nulls out, where FEEL's answer is null. */
    private String extreme(Call call, Names names) {
        String function =
                (call.op() == Op.LEAST ? "least(" : "greatest(") + String.join(", ", operands(call, names)) + ")";
        Set<String> known = new LinkedHashSet<>();
        call.args().forEach(arg -> known(arg, names, known));
        return known.isEmpty() ? function : "CASE WHEN " + String.join(" AND ", known) + " THEN " + function + " END";
    }

    /** The tests that together say that the expression is not null: of exact arithmetic, its operands are asked. */
    private void known(Expr expr, Names names, Set<String> tests) {
        if (!expr.nullable()) {
            return;
        }
        if (names.of(expr) == null && expr instanceof Call call && !call.type().real()) {
            switch (call.op()) {
                case ADD, SUBTRACT, MULTIPLY, ABS, FLOOR, CEILING -> {
                    call.args().forEach(arg -> known(arg, names, tests));
                    return;
                }
                default -> {}
            }
        }
        tests.add(value(expr, names) + " IS NOT NULL");
    }

    private static String substring(List<String> args) {
        String text = args.get(0);
        String start = args.get(1);
        String from = "CAST(CASE WHEN " + start + " > 0 THEN " + start + " ELSE length(" + text + ") + " + start
                + " + 1 END AS INTEGER)";
        String within = "(" + start + " BETWEEN 1 AND length(" + text + ") OR -(" + start + ") BETWEEN 1 AND length("
                + text + "))";
        if (args.size() == 2) {
            return "CASE WHEN " + within + " THEN substring(" + text + ", " + from + ") END";
        }
        String length = args.get(2);
        return "CASE WHEN " + within + " AND " + length + " >= 1 THEN substring(" + text + ", " + from + ", CAST("
                + length + " AS INTEGER)) END";
    }

    // --- constants

    /** A constant beside a column, with no more type than it needs. */
    final String constant(Constant constant) {
        Object value = constant.value();
        return switch (value) {
            case null -> constant.is(Kind.NOTHING) ? "NULL" : "CAST(NULL AS " + type(constant.type()) + ")";
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case String text -> text(text);
            case BigDecimal number -> number(number);
            case LocalDate date -> "DATE '" + date + "'";
            case LocalDateTime time -> timestamp(TIMESTAMP.format(time));
            case Double real -> "CAST(" + text(real.toString()) + " AS DOUBLE)";
            default -> throw new IllegalStateException("no such constant: " + value);
        };
    }

    /** A constant of exactly its type, as a cell of a table. */
    public final String typed(Constant constant) {
        return "CAST(" + constant(constant) + " AS " + type(constant.type()) + ")";
    }

    abstract String number(BigDecimal number);

    abstract String timestamp(String text);

    /** A constant as an operand of arithmetic, with its type. */
    final String operand(Constant constant) {
        return constant.value() instanceof BigDecimal number
                ? "CAST(" + number.toPlainString() + " AS " + type(constant.type()) + ")"
                : constant(constant);
    }
}
