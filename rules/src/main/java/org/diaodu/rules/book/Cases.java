package org.diaodu.rules.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.diaodu.rules.book.CaseOutcome.Difference;
import org.diaodu.rules.book.CaseOutcome.Differs;
import org.diaodu.rules.book.CaseOutcome.Faulty;
import org.diaodu.rules.book.CaseOutcome.Holds;
import org.diaodu.rules.book.CaseReport.TableCoverage;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.TableHit;
import org.diaodu.rules.model.Trace;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.HitPolicy;

/** Runs the worked cases of a version. */
public final class Cases {

    private Cases() {}

    /** Every case as the platform answers it. */
    public static CaseReport run(RuleVersion version) {
        return run(version, CaseEngine.PLATFORM);
    }

    /** Every case on this engine. */
    public static CaseReport run(RuleVersion version, CaseEngine engine) {
        List<RuleTable> tables = RuleTable.all(version.model().definitions());
        List<Map<Integer, Set<Integer>>> reached = new ArrayList<>();
        tables.forEach(table -> reached.add(new TreeMap<>()));
        List<CaseOutcome> outcomes = new ArrayList<>();
        for (WorkedCase worked : version.cases().cases()) {
            if (!worked.sound()) {
                outcomes.add(new Faulty(worked, faults(version.cases(), worked)));
                continue;
            }
            Trace trace = engine.evaluate(version.model(), worked.inputs());
            outcomes.add(outcome(worked, trace));
            for (int i = 0; i < tables.size(); i++) {
                for (TableHit hit : trace.hits()) {
                    if (hit.table().equals(tables.get(i).key())) {
                        Map<Integer, Set<Integer>> rows = reached.get(i);
                        taken(tables.get(i).hitPolicy(), hit)
                                .forEach(row -> rows.computeIfAbsent(row, r -> new TreeSet<>())
                                        .add(worked.row()));
                    }
                }
            }
        }
        List<TableCoverage> coverage = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            coverage.add(
                    new TableCoverage(tables.get(i).decision(), tables.get(i).rows(), Map.copyOf(reached.get(i))));
        }
        return new CaseReport(outcomes, coverage);
    }

    /** The rows a case reaches: those that gave the answer where one row does, else all that matched. */
    private static List<Integer> taken(HitPolicy policy, TableHit hit) {
        return policy == HitPolicy.FIRST || policy == HitPolicy.PRIORITY ? hit.selected() : hit.matched();
    }

    private static List<String> faults(CaseTable table, WorkedCase worked) {
        return table.faults().stream()
                .filter(fault -> fault.row() == worked.row())
                .map(fault -> fault.zh() + " " + fault.en())
                .toList();
    }

    private static CaseOutcome outcome(WorkedCase worked, Trace trace) {
        List<String> faults = new ArrayList<>();
        Map<String, Difference> differences = new LinkedHashMap<>();
        worked.expected().forEach((name, expected) -> {
            Answer answer = answer(trace, name);
            if (answer == null || answer.failed()) {
                faults.addAll(answer == null ? List.of("no answer for " + name) : answer.faults());
            } else {
                Object actual = output(trace, name, answer);
                if (!same(expected, actual)) {
                    differences.put(name, new Difference(expected, actual));
                }
            }
        });
        if (!faults.isEmpty()) {
            return new Faulty(worked, faults.stream().distinct().toList());
        }
        return differences.isEmpty() ? new Holds(worked) : new Differs(worked, differences);
    }

    /** The decision a column speaks of: the longest name it begins with. */
    private static @Nullable Answer answer(Trace trace, String name) {
        String decision = decision(trace, name);
        return decision == null ? null : trace.answers().get(decision);
    }

    private static @Nullable String decision(Trace trace, String name) {
        if (trace.answers().containsKey(name)) {
            return name;
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (trace.answers().containsKey(name.substring(0, dot))) {
                return name.substring(0, dot);
            }
        }
        return null;
    }

    private static @Nullable Object output(Trace trace, String name, Answer answer) {
        String decision = Objects.requireNonNull(decision(trace, name));
        Object value = answer.value();
        if (decision.length() == name.length()) {
            return value;
        }
        for (String step : name.substring(decision.length() + 1).split("\\.", -1)) {
            value = component(value, step);
        }
        return value;
    }

    private static @Nullable Object component(@Nullable Object value, String name) {
        return switch (value) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list -> {
                List<@Nullable Object> components = new ArrayList<>();
                list.forEach(item -> components.add(component(item, name)));
                yield components;
            }
            case null, default -> null;
        };
    }

    /** Equal as FEEL has it, whatever the number of trailing zeros; nothing and an empty list are the same. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            Object other = a == null ? b : a;
            return other == null || (other instanceof List<?> list && list.isEmpty());
        }
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return x.size() == y.size() && IntStream.range(0, x.size()).allMatch(i -> same(x.get(i), y.get(i)));
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> same(x.get(key), y.get(key)));
        }
        return a.equals(b);
    }
}
