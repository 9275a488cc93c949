package org.diaodu.rules.sql;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;

/** The SQL of Apache Spark. */
public final class SparkDialect extends Dialect {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String type(Type type) {
        return switch (type.kind()) {
            case NUMBER, TIME, MONTHS, SECONDS ->
                type.real() ? "DOUBLE" : "DECIMAL(" + type.digits() + ", " + type.scale() + ")";
            case TEXT, NOTHING -> "STRING";
            case TRUTH -> "BOOLEAN";
            case DATE -> "DATE";
            case DATE_TIME -> "TIMESTAMP_NTZ";
        };
    }

    @Override
    String number(BigDecimal number) {
        return number.toPlainString() + "BD";
    }

    @Override
    String timestamp(String text) {
        return "TIMESTAMP_NTZ '" + text + "'";
    }

    @Override
    String matches(String text, String pattern) {
        return "(" + text + " RLIKE '" + pattern + "')";
    }

    /** Spark widens by itself; where it would give up places to make room, the digits that are known not to be needed are taken off first. */
    @Override
    String widened(Call call, int index, String printed) {
        Type own = call.arg(index).type();
        if (call.type().real() || own.digits() == 0) {
            return printed;
        }
        return "CAST(" + printed + " AS " + type(own) + ")";
    }

    /** Spark's own division of decimals, with operand types for which its result has the places wanted. */
    @Override
    String divided(Call call, String dividend, String divisor) {
        if (call.type().real()) {
            return "(" + dividend + " / " + divisor + ")";
        }
        Type a = call.arg(0).type();
        Type b = call.arg(1).type();
        int scale = call.type().scale();
        int digits = Math.min(Type.MOST_DIGITS, Type.MOST_DIGITS - scale + a.scale() - b.scale());
        return "CAST(CAST(" + dividend + " AS DECIMAL(" + Math.max(digits, a.digits()) + ", " + a.scale()
                + ")) / CAST(nullif(" + divisor + ", 0) AS DECIMAL(" + Type.MOST_DIGITS + ", " + b.scale() + ")) AS "
                + type(call.type()) + ")";
    }

    @Override
    String remainder(Call call, String dividend, String divisor) {
        return "(" + dividend + " % " + divisor + ")";
    }

    @Override
    String special(Call call, List<String> args) {
        String first = args.get(0);
        return switch (call.op()) {
            case UPPER -> "upper(" + first + ")";
            case CONTAINS -> "contains(" + first + ", " + args.get(1) + ")";
            case STARTS_WITH -> "startswith(" + first + ", " + args.get(1) + ")";
            case ENDS_WITH -> "endswith(" + first + ", " + args.get(1) + ")";
            case BEFORE ->
                "CASE WHEN contains(" + first + ", " + args.get(1) + ") THEN left(" + first + ", instr("
                        + first + ", " + args.get(1) + ") - 1) ELSE CASE WHEN " + first + " IS NOT NULL AND "
                        + args.get(1)
                        + " IS NOT NULL THEN '' END END";
            case AFTER ->
                "CASE WHEN contains(" + first + ", " + args.get(1) + ") THEN substring(" + first + ", instr("
                        + first + ", " + args.get(1) + ") + length(" + args.get(1) + ")) ELSE CASE WHEN " + first
                        + " IS NOT NULL AND " + args.get(1) + " IS NOT NULL THEN '' END END";
            case WEEKDAY -> "(weekday(" + first + ") + 1)";
            case WEEK_OF_YEAR -> "weekofyear(" + first + ")";
            case ADD_MONTHS ->
                call.is(Kind.DATE)
                        ? "add_months(" + first + ", CAST(" + args.get(1) + " AS INT))"
                        : "(" + first + " + make_ym_interval(0, CAST(" + args.get(1) + " AS INT)))";
            case ADD_DAYS -> "date_add(" + first + ", CAST(" + args.get(1) + " AS INT))";
            case ADD_SECONDS ->
                "(" + first + " + make_dt_interval(0, 0, 0, CAST(" + args.get(1) + " AS DECIMAL(18, 6))))";
            case DAYS_BETWEEN -> "CAST(datediff(" + first + ", " + args.get(1) + ") AS " + type(call.type()) + ")";
            case SECONDS_BETWEEN ->
                micros("timestampdiff(MICROSECOND, " + args.get(1) + ", " + first + ")", call.type());
            case TIME_OF ->
                micros(
                        "timestampdiff(MICROSECOND, CAST(CAST(" + first + " AS DATE) AS TIMESTAMP_NTZ), " + first + ")",
                        call.type());
            case DATE_FROM ->
                "CASE WHEN " + args.get(0) + " BETWEEN 1 AND 9999 AND " + args.get(1)
                        + " BETWEEN 1 AND 12 AND " + args.get(2)
                        + " BETWEEN 1 AND 31 THEN TRY_CAST(format_string('%04d-%02d-%02d', CAST(" + args.get(0)
                        + " AS INT), CAST(" + args.get(1) + " AS INT), CAST(" + args.get(2) + " AS INT)) AS DATE) END";
            default -> throw new IllegalStateException("no such operation: " + call.op());
        };
    }

    private String micros(String difference, Type type) {
        return "CAST(CAST(" + difference + " AS DECIMAL(18, 0)) * CAST(0.000001 AS DECIMAL(7, 6)) AS " + type(type)
                + ")";
    }
}
