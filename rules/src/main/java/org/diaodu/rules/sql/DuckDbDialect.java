package org.diaodu.rules.sql;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.Type;

/** The SQL of DuckDB. */
public final class DuckDbDialect extends Dialect {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String type(Type type) {
        return switch (type.kind()) {
            case NUMBER, TIME, MONTHS, SECONDS ->
                type.real() ? "DOUBLE" : "DECIMAL(" + type.digits() + ", " + type.scale() + ")";
            case TEXT, NOTHING -> "VARCHAR";
            case TRUTH -> "BOOLEAN";
            case DATE -> "DATE";
            case DATE_TIME -> "TIMESTAMP";
        };
    }

    @Override
    String number(BigDecimal number) {
        return number.toPlainString();
    }

    @Override
    String timestamp(String text) {
        return "TIMESTAMP '" + text + "'";
    }

    @Override
    String matches(String text, String pattern) {
        return "regexp_matches(" + text + ", '" + pattern + "')";
    }

    /** A product of two narrow decimals stays narrow in DuckDB and overflows: one of them is made wide first. */
    @Override
    String widened(Call call, int index, String printed) {
        if (call.op() != Op.MULTIPLY || call.type().real() || call.type().digits() <= 18) {
            return printed;
        }
        Type own = call.arg(index).type();
        return "CAST(" + printed + " AS DECIMAL(38, " + own.scale() + "))";
    }

    /** DuckDB divides decimals as binary numbers; whole numbers it divides exactly, so both sides are made whole. */
    @Override
    String divided(Call call, String dividend, String divisor) {
        if (call.type().real()) {
            return "(" + dividend + " / " + divisor + ")";
        }
        int scale = call.type().scale();
        int shift = scale - call.arg(0).type().scale() + call.arg(1).type().scale();
        String a = whole(dividend, call.arg(0).type(), Math.max(shift, 0));
        String b = whole("nullif(" + divisor + ", 0)", call.arg(1).type(), Math.max(-shift, 0));
        String quotient = "((2 * abs(" + a + ") + abs(" + b + ")) // (2 * abs(" + b + ")))";
        String signed = "CASE WHEN (" + dividend + " < 0) <> (" + divisor + " < 0) THEN -" + quotient + " ELSE "
                + quotient + " END";
        return moved(signed, scale, call.type());
    }

    /** Of decimals DuckDB's own remainder is a binary number's; of whole numbers it is exact. */
    @Override
    String remainder(Call call, String dividend, String divisor) {
        Type a = call.arg(0).type();
        Type b = call.arg(1).type();
        int scale = Math.max(a.scale(), b.scale());
        String rest = whole(dividend, a, scale - a.scale()) + " % " + whole(divisor, b, scale - b.scale());
        return moved(rest, scale, call.type());
    }

    /** The whole number with so many of its places after the point. */
    private String moved(String whole, int scale, Type type) {
        return "CAST(CAST(" + whole + " AS DECIMAL(38, 0)) * CAST("
                + BigDecimal.ONE.movePointLeft(scale).toPlainString() + " AS DECIMAL(" + (scale + 1) + ", " + scale
                + ")) AS " + type(type) + ")";
    }

    /** number × 10^(scale + shift), whole; by its two sides where DuckDB's own product would not fit. */
    private static String whole(String number, Type type, int shift) {
        int power = type.scale() + shift;
        if (power == 0) {
            return "CAST(" + number + " AS HUGEINT)";
        }
        if (type.digits() + power <= Type.MOST_DIGITS) {
            return "CAST(CAST(" + number + " AS DECIMAL(38, " + type.scale() + ")) * CAST(" + tenTo(power)
                    + " AS DECIMAL(" + (power + 1) + ", 0)) AS HUGEINT)";
        }
        String fraction = "CAST((" + number + " - trunc(" + number + ")) * CAST(" + tenTo(type.scale()) + " AS DECIMAL("
                + (type.scale() + 1) + ", 0)) AS HUGEINT)";
        return "((CAST(trunc(" + number + ") AS HUGEINT) * CAST(" + tenTo(type.scale()) + " AS HUGEINT) + " + fraction
                + ") * CAST(" + tenTo(shift) + " AS HUGEINT))";
    }

    private static String tenTo(int power) {
        return BigDecimal.ONE.movePointRight(power).toPlainString();
    }

    @Override
    String special(Call call, List<String> args) {
        String first = args.get(0);
        return switch (call.op()) {
            case UPPER -> "upper(replace(" + first + ", 'ß', 'ss'))"; // DuckDB would make it ẞ
            case CONTAINS -> "contains(" + first + ", " + args.get(1) + ")";
            case STARTS_WITH -> "starts_with(" + first + ", " + args.get(1) + ")";
            case ENDS_WITH -> "ends_with(" + first + ", " + args.get(1) + ")";
            case BEFORE ->
                "CASE WHEN contains(" + first + ", " + args.get(1) + ") THEN left(" + first + ", strpos("
                        + first + ", " + args.get(1) + ") - 1) ELSE CASE WHEN " + first + " IS NOT NULL AND "
                        + args.get(1)
                        + " IS NOT NULL THEN '' END END";
            case AFTER ->
                "CASE WHEN contains(" + first + ", " + args.get(1) + ") THEN substring(" + first + ", strpos("
                        + first + ", " + args.get(1) + ") + length(" + args.get(1) + ")) ELSE CASE WHEN " + first
                        + " IS NOT NULL AND " + args.get(1) + " IS NOT NULL THEN '' END END";
            case WEEKDAY -> "isodow(" + first + ")";
            case WEEK_OF_YEAR -> "week(" + first + ")";
            case ADD_MONTHS -> {
                String moved = first + " + to_months(CAST(" + args.get(1) + " AS INTEGER))";
                yield call.is(Kind.DATE) ? "CAST(" + moved + " AS DATE)" : "(" + moved + ")";
            }
            case ADD_DAYS -> "(" + first + " + CAST(" + args.get(1) + " AS INTEGER))";
            case ADD_SECONDS ->
                "(" + first + " + to_microseconds(CAST(CAST(" + args.get(1) + " AS DECIMAL(38, "
                        + call.arg(1).type().scale() + ")) * CAST(1000000 AS DECIMAL(7, 0)) AS BIGINT)))";
            case DAYS_BETWEEN ->
                "CAST(date_diff('day', " + args.get(1) + ", " + first + ") AS " + type(call.type()) + ")";
            case SECONDS_BETWEEN -> micros("(epoch_us(" + first + ") - epoch_us(" + args.get(1) + "))", call.type());
            case TIME_OF ->
                micros(
                        "(epoch_us(" + first + ") - epoch_us(CAST(CAST(" + first + " AS DATE) AS TIMESTAMP)))",
                        call.type());
            case DATE_FROM ->
                "CASE WHEN " + args.get(0) + " BETWEEN 1 AND 9999 AND " + args.get(1)
                        + " BETWEEN 1 AND 12 AND " + args.get(2)
                        + " BETWEEN 1 AND 31 THEN TRY_CAST(format('{:04d}-{:02d}-{:02d}', CAST(" + args.get(0)
                        + " AS INTEGER), CAST(" + args.get(1) + " AS INTEGER), CAST(" + args.get(2)
                        + " AS INTEGER)) AS DATE) END";
            default -> throw new IllegalStateException("no such operation: " + call.op());
        };
    }

    private String micros(String difference, Type type) {
        return "CAST(CAST(" + difference + " AS DECIMAL(18, 0)) * CAST(0.000001 AS DECIMAL(7, 6)) AS " + type(type)
                + ")";
    }
}
