package org.diaodu.rules.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.SqlEngine;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.sql.BulkQuery;
import org.diaodu.rules.sql.BulkQuery.Output;
import org.diaodu.rules.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a rule on the same cases.
 *
 * @param changed the cases whose answer is another
 * @param transitions from what to what, the most frequent first
 * @param sums of the numbers among the outputs, before and after; {@code value} is the answer itself
 * @param listed the first of the changed cases
 */
public record Comparison(
        long cases, long changed, List<Transition> transitions, Map<String, Sum> sums, List<Changed> listed) {

    /** Different transitions that are told apart; the rest is counted in {@link #changed} only. */
    public static final int MOST_TRANSITIONS = 1_000;

    /** Answers as FEEL writes them. */
    public record Transition(String from, String to, long cases) {}

    public record Sum(BigDecimal before, BigDecimal after) {}

    /** One case whose answer changes: its key, and the FEEL values. */
    public record Changed(
            String key, @Nullable Object from, @Nullable Object to) {}

    /**
     * Both versions in one statement.
     *
     * @param source the table of the cases
     * @param key the column that identifies a case
     * @param most how many changed cases are listed
     */
    public static Comparison of(
            BulkRule before, BulkRule after, SqlEngine engine, Dialect dialect, String source, String key, int most) {
        Tally tally = new Tally(most);
        List<Output> outputs = new ArrayList<>();
        before.valueOutputs()
                .forEach(output -> outputs.add(new Output.Value("before " + output.name(), output.expr())));
        after.valueOutputs().forEach(output -> outputs.add(new Output.Value("after " + output.name(), output.expr())));
        String sql = BulkQuery.of(dialect, source, List.of(key), outputs);
        engine.query(
                "SELECT CAST(" + dialect.quoted(key) + " AS VARCHAR) AS " + dialect.quoted("key of case") + ", * FROM ("
                        + sql + ") r",
                List.of(),
                row -> {
                    tally.add(
                            String.valueOf(row.text(0)),
                            before.value(new PrefixedRow(row, "before ")),
                            after.value(new PrefixedRow(row, "after ")));
                    return true;
                });
        return tally.result();
    }

    /** Takes the answers of both versions case by case, from whatever engine they come. For one thread. */
    public static final class Tally {

        private final int most;
        private final Map<List<String>, long[]> transitions = new LinkedHashMap<>();
        private final Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
        private final List<Changed> listed = new ArrayList<>();
        private long cases;
        private long changed;

        public Tally(int most) {
            this.most = most;
        }

        public void add(String key, @Nullable Object before, @Nullable Object after) {
            cases++;
            sum("value", before, 0);
            sum("value", after, 1);
            String from = FeelValue.text(plain(before));
            String to = FeelValue.text(plain(after));
            if (from.equals(to)) {
                return;
            }
            changed++;
            if (listed.size() < most) {
                listed.add(new Changed(key, before, after));
            }
            List<String> transition = List.of(from, to);
            if (transitions.size() < MOST_TRANSITIONS || transitions.containsKey(transition)) {
                transitions.computeIfAbsent(transition, t -> new long[1])[0]++;
            }
        }

        private void sum(String name, @Nullable Object value, int side) {
            switch (value) {
                case BigDecimal number -> {
                    BigDecimal[] both =
                            sums.computeIfAbsent(name, n -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                    both[side] = both[side].add(number);
                }
                case Map<?, ?> map ->
                    map.forEach(
                            (key, inner) -> sum(name.equals("value") ? key.toString() : name + "." + key, inner, side));
                case List<?> list -> list.forEach(inner -> sum(name, inner, side));
                case null, default -> {}
            }
        }

        /** Numbers that are the same look the same. */
        private static @Nullable Object plain(@Nullable Object value) {
            return switch (value) {
                case BigDecimal number -> org.diaodu.rules.typed.Type.plain(number);
                case List<?> list -> {
                    List<@Nullable Object> all = new ArrayList<>();
                    list.forEach(inner -> all.add(plain(inner)));
                    yield all;
                }
                case Map<?, ?> map -> {
                    Map<Object, @Nullable Object> all = new LinkedHashMap<>();
                    map.forEach((key, inner) -> all.put(key, plain(inner)));
                    yield all;
                }
                case null, default -> value;
            };
        }

        public Comparison result() {
            List<Transition> all = new ArrayList<>();
            transitions.forEach((pair, count) -> all.add(new Transition(pair.get(0), pair.get(1), count[0])));
            all.sort(Comparator.comparingLong(Transition::cases).reversed());
            Map<String, Sum> totals = new LinkedHashMap<>();
            sums.forEach((name, both) -> totals.put(name, new Sum(both[0], both[1])));
            return new Comparison(cases, changed, all, totals, List.copyOf(listed));
        }
    }
}
