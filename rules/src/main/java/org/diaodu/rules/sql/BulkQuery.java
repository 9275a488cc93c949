package org.diaodu.rules.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
 * before them; a conjunction of conditions that a mask has is a test of the mask. Child tables are summarised first and
 * joined by the key.
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

    /** Where a condition stands. */
    private record Bit(Output.Mask mask, long value) {}

    private final Dialect dialect;
    private final String source;
    private final List<String> keys;
    private final List<Output> outputs;

    /** The columns of expressions and masks that a step before the last computes. */
    private final Map<Object, String> named = new IdentityHashMap<>();

    /** The first step that can read an expression or a mask. */
    private final Map<Object, Integer> steps = new IdentityHashMap<>();

    /** What each step computes, as SQL. */
    private final List<List<String>> shared = new ArrayList<>();

    private final Map<Expr, Bit> bits = new IdentityHashMap<>();

    /** Conjunctions whose conditions all have bits, with the bits that must be set. */
    private final Map<Expr, Map<Output.Mask, Long>> tests = new IdentityHashMap<>();

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
        for (Output.Mask mask : masks()) {
            mask.conditions().forEach(condition -> count(condition, uses, order));
            for (int i = 0; i < mask.conditions().size(); i++) {
                bits.putIfAbsent(mask.conditions().get(i), new Bit(mask, 1L << i));
            }
        }
        for (Output output : outputs) {
            if (output instanceof Output.Value(String name, Expr expr)) {
                count(expr, uses, order);
            }
        }
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

    /** The masks, last those of rows: a row matches where all its conditions hold, and they have a mask too. */
    private List<Output.Mask> masks() {
        List<Output.Mask> masks = outputs.stream()
                .filter(Output.Mask.class::isInstance)
                .map(Output.Mask.class::cast)
                .toList();
        Map<Expr, Output.Mask> owners = new IdentityHashMap<>();
        masks.forEach(mask -> mask.conditions().forEach(condition -> owners.put(condition, mask)));
        return masks.stream()
                .sorted(Comparator.comparing(mask -> mask.conditions().stream()
                        .anyMatch(condition -> condition instanceof Call call
                                && call.op() == Op.AND
                                && call.args().stream().allMatch(arg -> owners.getOrDefault(arg, mask) != mask))))
                .toList();
    }

    /**
     * Counts uses and lists every expression after what it is made of. A long table is a long chain of choices: it is
     * walked, not descended. What reads conditions from a mask does not use them itself.
     */
    private void count(Expr root, Map<Expr, Integer> uses, List<Expr> order) {
        List<Expr> chain = new ArrayList<>();
        @Nullable Expr next = root;
        while (next != null && uses.merge(next, 1, Integer::sum) == 1) {
            Expr expr = next;
            chain.add(expr);
            next = null;
            if (expr instanceof Call call && !readsMasks(call)) {
                int args = call.args().size();
                for (Expr arg : call.op() == Op.IF ? call.args().subList(0, args - 1) : call.args()) {
                    count(arg, uses, order);
                }
                next = call.op() == Op.IF ? call.arg(args - 1) : null;
            }
        }
        order.addAll(chain.reversed());
    }

    /** Is it a conjunction of conditions that have bits in masks counted before? Then it is a test of those masks. */
    private boolean readsMasks(Call call) {
        if (call.op() != Op.AND || !bits.keySet().containsAll(call.args())) {
            return false;
        }
        Map<Output.Mask, Long> test = new LinkedHashMap<>();
        for (Expr arg : call.args()) {
            Bit bit = Objects.requireNonNull(bits.get(arg));
            test.merge(bit.mask(), bit.value(), (a, b) -> a | b);
        }
        tests.put(call, test);
        return true;
    }

    private void place(Call call, int uses) {
        Map<Output.Mask, Long> test = tests.get(call);
        if (test != null) {
            test.keySet().forEach(this::place);
            define(call, test.keySet(), names -> allSet(test));
        } else if (uses > 1 && !cheap(call)) {
            define(call, call.args(), names -> dialect.value(call, names));
        } else {
            steps.put(call, stepOf(call.args()));
        }
    }

    private void place(Output.Mask mask) {
        if (!named.containsKey(mask)) {
            define(mask, mask.conditions(), names -> mask(mask.conditions(), names));
        }
    }

    /** A column of its own, in the first step that can read what it is made of. */
    private void define(Object made, Collection<?> of, Function<Dialect.Names, String> text) {
        int step = stepOf(of);
        while (shared.size() <= step) {
            shared.add(new ArrayList<>());
        }
        List<String> definitions = shared.get(step);
        Object own = made instanceof Output.Mask mask ? mask.name() : definitions.size() + 1;
        String name = dialect.quoted("_" + (step + 1) + "_" + own);
        definitions.add(text.apply(names(step)) + " AS " + name);
        named.put(made, name);
        steps.put(made, step + 1);
    }

    private int stepOf(Collection<?> parts) {
        return parts.stream()
                .mapToInt(part -> steps.getOrDefault(part, 0))
                .max()
                .orElse(0);
    }

    private Dialect.Names names(int step) {
        return expr -> step == 0 && expr instanceof Aggregate aggregate ? joinedValue(aggregate) : named.get(expr);
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
            parts.addAll(shared.get(step));
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
            parts.add(printed(output) + " AS " + dialect.quoted(output.name()));
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

    private String printed(Output output) {
        Dialect.Names names = names(shared.size());
        return switch (output) {
            case Output.Value(String name, Expr expr) -> column(expr, names);
            case Output.Mask mask -> {
                String known = named.get(mask);
                yield "CAST(" + (known == null ? mask(mask.conditions(), names) : known) + " AS BIGINT)";
            }
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
        List<String> parts = new ArrayList<>();
        long always = 0;
        for (int i = 0; i < conditions.size(); i++) {
            Expr condition = conditions.get(i);
            if (condition instanceof Constant constant) {
                always |= Boolean.TRUE.equals(constant.value()) ? 1L << i : 0;
            } else {
                parts.add("CASE WHEN " + dialect.test(condition, names) + " THEN " + (1L << i) + " ELSE 0 END");
            }
        }
        if (always != 0 || parts.isEmpty()) {
            parts.add(String.valueOf(always));
        }
        return String.join("\n      | ", parts);
    }

    private String allSet(Map<Output.Mask, Long> test) {
        List<String> parts = new ArrayList<>();
        test.forEach((mask, set) -> parts.add("(" + named.get(mask) + " & " + set + ") = " + set));
        return String.join(" AND ", parts);
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
