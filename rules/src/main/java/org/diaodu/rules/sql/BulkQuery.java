package org.diaodu.rules.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/**
 * One statement that computes columns for every row of a table. What several columns need is computed once, in a step
 * before them; child tables are summarised first and joined by the key.
 */
public final class BulkQuery {

    /** A column of the result: an expression, or a number whose bits are conditions (the first is bit 0). */
    public sealed interface Output {
        String name();

        record Value(String name, Expr expr) implements Output {}

        /** At most {@value #BITS} conditions, none of which is ever null. */
        record Mask(String name, List<Expr> conditions) implements Output {}
    }

    /** Conditions in one mask, so that it stays a positive 64-bit number. */
    public static final int BITS = 62;

    private final Dialect dialect;
    private final String source;
    private final List<String> keys;
    private final List<Output> outputs;
    private final Map<Expr, String> named = new IdentityHashMap<>();
    private final Map<Expr, Integer> steps = new IdentityHashMap<>();
    private final List<List<Expr>> shared = new ArrayList<>();
    private final Map<String, List<Aggregate>> children = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private BulkQuery(Dialect dialect, String source, List<String> keys, List<Output> outputs) {
        this.dialect = dialect;
        this.source = source;
        this.keys = keys;
        this.outputs = outputs;
        plan();
    }

    /**
     * The statement.
     *
     * @param source the table of the cases
     * @param keys its columns that identify a case; child tables carry columns of the same names
     */
    public static String of(Dialect dialect, String source, List<String> keys, List<Output> outputs) {
        return new BulkQuery(dialect, source, keys, outputs).sql();
    }

    // --- what is shared

    private void plan() {
        Map<Expr, Integer> uses = new IdentityHashMap<>();
        List<Expr> order = new ArrayList<>();
        roots().forEach(root -> count(root, uses, order));
        for (Expr expr : order) {
            switch (expr) {
                case Input input -> columns.add(input.name());
                case Aggregate aggregate -> {
                    children.computeIfAbsent(aggregate.table(), key -> new ArrayList<>())
                            .add(aggregate);
                    named.put(aggregate, dialect.quoted("_a" + named.size()));
                }
                case Call call -> place(call, uses.getOrDefault(call, 0));
                case Constant ignored -> {}
            }
        }
    }

    private List<Expr> roots() {
        List<Expr> roots = new ArrayList<>();
        for (Output output : outputs) {
            switch (output) {
                case Output.Value(String name, Expr expr) -> roots.add(expr);
                case Output.Mask(String name, List<Expr> conditions) -> roots.addAll(conditions);
            }
        }
        return roots;
    }

    /**
     * Counts uses and lists every expression after what it is made of. A long table is a long chain of choices: it is
     * walked, not descended.
     */
    private void count(Expr root, Map<Expr, Integer> uses, List<Expr> order) {
        List<Expr> chain = new ArrayList<>();
        @Nullable Expr next = root;
        while (next != null && uses.merge(next, 1, Integer::sum) == 1) {
            Expr expr = next;
            chain.add(expr);
            next = null;
            if (expr instanceof Call call) {
                int args = call.args().size();
                for (Expr arg : call.op() == Op.IF ? call.args().subList(0, args - 1) : call.args()) {
                    count(arg, uses, order);
                }
                next = call.op() == Op.IF ? call.arg(args - 1) : null;
            }
        }
        order.addAll(chain.reversed());
    }

    private void place(Call call, int uses) {
        int step = 0;
        for (Expr arg : call.args()) {
            step = Math.max(step, stepOf(arg));
        }
        if (uses > 1 && !cheap(call)) {
            while (shared.size() <= step) {
                shared.add(new ArrayList<>());
            }
            shared.get(step).add(call);
            named.put(
                    call,
                    dialect.quoted("_" + (step + 1) + "_" + shared.get(step).size()));
            steps.put(call, step + 1);
        } else {
            steps.put(call, step);
        }
    }

    private int stepOf(Expr expr) {
        return steps.getOrDefault(expr, 0);
    }

    private static boolean cheap(Call call) {
        return switch (call.op()) {
            case IS_NULL, NOT, RESCALE -> leaf(call.arg(0));
            case LESS, AT_MOST, SAME -> leaf(call.arg(0)) && leaf(call.arg(1)) && !call.nullable();
            default -> false;
        };
    }

    private static boolean leaf(Expr expr) {
        return expr instanceof Input || expr instanceof Constant;
    }

    // --- text

    private String sql() {
        StringBuilder sql = new StringBuilder();
        List<String> ctes = new ArrayList<>();
        String from = dialect.quoted(source);
        for (Map.Entry<String, List<Aggregate>> child : children.entrySet()) {
            ctes.add(dialect.quoted("_" + child.getKey()) + " AS (\n  " + summary(child.getKey(), child.getValue())
                    + ")");
        }
        String joined = joined(from);
        for (int step = 0; step < shared.size(); step++) {
            List<String> parts = new ArrayList<>();
            if (step == 0) {
                columnsOfSource().forEach(column -> parts.add("s." + dialect.quoted(column)));
                aggregates().forEach(aggregate -> parts.add(joinedValue(aggregate) + " AS " + named.get(aggregate)));
            } else {
                parts.add("*");
            }
            for (Expr expr : shared.get(step)) {
                parts.add(dialect.value(expr, without(expr, step)) + " AS " + named.get(expr));
            }
            ctes.add(dialect.quoted("_step" + (step + 1)) + " AS (\n  SELECT\n    " + String.join(",\n    ", parts)
                    + "\n  FROM " + (step == 0 ? joined : dialect.quoted("_step" + step)) + ")");
        }
        if (!ctes.isEmpty()) {
            sql.append("WITH ").append(String.join(",\n", ctes)).append("\n");
        }
        List<String> parts = new ArrayList<>();
        boolean direct = shared.isEmpty();
        keys.forEach(key -> parts.add((direct ? "s." : "") + dialect.quoted(key)));
        for (Output output : outputs) {
            parts.add(printed(output, direct) + " AS " + dialect.quoted(output.name()));
        }
        sql.append("SELECT\n  ").append(String.join(",\n  ", parts)).append("\nFROM ");
        sql.append(direct ? joined : dialect.quoted("_step" + shared.size()));
        return sql.toString();
    }

    private Set<String> columnsOfSource() {
        Set<String> all = new LinkedHashSet<>(keys);
        all.addAll(columns);
        return all;
    }

    private List<Aggregate> aggregates() {
        return children.values().stream().flatMap(List::stream).toList();
    }

    private Dialect.Names without(Expr own, int step) {
        return expr -> expr == own
                ? null
                : expr instanceof Aggregate aggregate && step == 0 ? joinedValue(aggregate) : named.get(expr);
    }

    private String printed(Output output, boolean direct) {
        Dialect.Names names =
                expr -> direct && expr instanceof Aggregate aggregate ? joinedValue(aggregate) : named.get(expr);
        return switch (output) {
            case Output.Value(String name, Expr expr) -> column(expr, names);
            case Output.Mask(String name, List<Expr> conditions) -> mask(conditions, names);
        };
    }

    /** A result column has exactly the type the expression says. */
    private String column(Expr expr, Dialect.Names names) {
        String value = dialect.value(expr, names);
        return expr instanceof Input || expr.type().is(Kind.TRUTH)
                ? value
                : "CAST(" + value + " AS " + dialect.type(expr.type()) + ")";
    }

    private String mask(List<Expr> conditions, Dialect.Names names) {
        List<String> bits = new ArrayList<>();
        long always = 0;
        for (int i = 0; i < conditions.size(); i++) {
            Expr condition = conditions.get(i);
            if (condition instanceof Constant constant) {
                always |= Boolean.TRUE.equals(constant.value()) ? 1L << i : 0;
            } else {
                bits.add("CAST(" + dialect.value(condition, names) + " AS BIGINT) * " + (1L << i));
            }
        }
        if (always != 0 || bits.isEmpty()) {
            bits.add("CAST(" + always + " AS BIGINT)");
        }
        return String.join(" + ", bits);
    }

    // --- child tables

    private String summary(String table, List<Aggregate> aggregates) {
        boolean needsCase = aggregates.stream().anyMatch(a -> asksTheCase(a.of()) || asksTheCase(a.where()));
        String keyList = String.join(
                ", ", keys.stream().map(key -> "c." + dialect.quoted(key)).toList());
        List<String> parts = new ArrayList<>();
        for (Aggregate aggregate : aggregates) {
            parts.add(folded(aggregate) + " AS " + named.get(aggregate));
        }
        StringBuilder sql = new StringBuilder("SELECT ").append(keyList).append(",\n    ");
        sql.append(String.join(",\n    ", parts))
                .append("\n  FROM ")
                .append(dialect.quoted(table))
                .append(" c");
        if (needsCase) {
            sql.append(" JOIN ").append(dialect.quoted(source)).append(" s ON ").append(matched("c"));
        }
        return sql.append("\n  GROUP BY ").append(keyList).toString();
    }

    private static boolean asksTheCase(Expr expr) {
        return switch (expr) {
            case Input input -> input.table().isEmpty();
            case Call call -> call.args().stream().anyMatch(BulkQuery::asksTheCase);
            default -> false;
        };
    }

    private String folded(Aggregate aggregate) {
        Dialect.Names names = expr -> expr instanceof Input input
                ? (input.table().isEmpty() ? "s." : "c.") + dialect.quoted(input.name())
                : null;
        String filter = aggregate.where() instanceof Constant
                ? ""
                : " FILTER (WHERE " + dialect.test(aggregate.where(), names) + ")";
        String of = dialect.value(aggregate.of(), names);
        String all = "COUNT(*)" + filter;
        String known = "COUNT(" + of + ")" + filter;
        return switch (aggregate.fold()) {
            case COUNT -> all;
            case SUM, MIN, MAX ->
                "CASE WHEN " + all + " = " + known + " THEN " + aggregate.fold() + "(" + of + ")" + filter + " END";
            case ANY ->
                "CASE WHEN COALESCE(bool_or(" + of + ")" + filter + ", FALSE) THEN TRUE WHEN " + all + " = " + known
                        + " THEN FALSE END";
            case ALL ->
                "CASE WHEN NOT COALESCE(bool_and(" + of + ")" + filter + ", TRUE) THEN FALSE WHEN " + all + " = "
                        + known + " THEN TRUE END";
        };
    }

    private String joined(String from) {
        StringBuilder sql = new StringBuilder(from).append(" s");
        int number = 0;
        for (String child : children.keySet()) {
            String alias = "j" + number++;
            sql.append(" LEFT JOIN ")
                    .append(dialect.quoted("_" + child))
                    .append(" ")
                    .append(alias)
                    .append(" ON ")
                    .append(matched(alias));
        }
        return sql.toString();
    }

    private String matched(String alias) {
        return String.join(
                " AND ",
                keys.stream()
                        .map(key -> "s." + dialect.quoted(key) + " = " + alias + "." + dialect.quoted(key))
                        .toList());
    }

    private String joinedValue(Aggregate aggregate) {
        String alias = "j" + List.copyOf(children.keySet()).indexOf(aggregate.table());
        String value = alias + "." + named.get(aggregate);
        @Nullable
        String empty = switch (aggregate.fold()) {
            case COUNT -> "0";
            case ANY -> "FALSE";
            case ALL -> "TRUE";
            default -> null;
        };
        if (empty == null) {
            return value;
        }
        String none = alias + "." + dialect.quoted(keys.get(0)) + " IS NULL";
        return "CASE WHEN " + none + " THEN " + empty + " ELSE " + value + " END";
    }
}
