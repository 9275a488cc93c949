package org.diaodu.policy.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.simulate.Simulation.ByClause;
import org.diaodu.policy.simulate.Simulation.ByEnterprise;
import org.diaodu.policy.simulate.Simulation.ByGroup;
import org.diaodu.policy.simulate.Simulation.Change;
import org.diaodu.policy.simulate.Simulation.Named;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** Computes a {@link Simulation}. For one thread. */
public final class Simulate {

    private static final String UNKNOWN = "—";
    private static final List<String> LEVELS = List.of("国家", "省", "市", "县", "市县");
    private static final List<String> SIZES = List.of("大型", "中型", "小型", "微型");

    private final Outlay baseline;
    private final Outlay reform;
    private final List<String> enterprises;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final int year;

    private Simulate(PolicyBook baseline, PolicyBook reform, Population population, LocalDate day, List<String> by) {
        this.baseline = Outlay.of(baseline, day, population);
        this.reform = Outlay.of(reform, day, population);
        this.year = day.getYear();
        this.enterprises = population.keys();
        for (String column : by) {
            Map<String, @Nullable String> texts = population.by(column);
            enterprises.forEach(
                    key -> groups.computeIfAbsent(key, one -> new ArrayList<>()).add(shown(column, texts.get(key))));
        }
    }

    /**
     * Holds the books against each other.
     *
     * @param by columns of the enterprises; 地区 is taken as the city
     */
    public static Simulation of(
            PolicyBook baseline, PolicyBook reform, Population population, LocalDate day, List<String> by) {
        return new Simulate(baseline, reform, population, day, by).all(!by.isEmpty());
    }

    private static String shown(String column, @Nullable String text) {
        return text == null ? UNKNOWN : column.equals(Population.REGION) ? city(text) : text;
    }

    private static String city(String code) {
        List<Region> path = Regions.bundled().find(code) == null
                ? List.of()
                : Regions.bundled().path(code);
        return path.stream()
                .filter(region -> region.level() == Region.Level.PREFECTURE)
                .map(Region::name)
                .findFirst()
                .orElse(path.isEmpty() ? code : path.getLast().name());
    }

    /** Cities in the order of their codes, sizes from large to micro, anything else by its text. */
    private static String order(String value) {
        int size = SIZES.indexOf(value);
        List<Region> named = Regions.bundled().named(value);
        return size >= 0
                ? String.valueOf(size)
                : named.isEmpty() ? value : named.getFirst().code();
    }

    private Simulation all(boolean grouped) {
        List<ByEnterprise> each = enterprises.stream().map(this::enterprise).toList();
        List<ByEnterprise> winners = each.stream()
                .filter(one -> one.changeFen() > 0)
                .sorted(Comparator.comparingLong(ByEnterprise::changeFen).reversed())
                .toList();
        List<ByEnterprise> losers = each.stream()
                .filter(one -> one.changeFen() < 0)
                .sorted(Comparator.comparingLong(ByEnterprise::changeFen))
                .toList();
        return new Simulation(
                enterprises.size(),
                change(each),
                winners.size(),
                losers.size(),
                winners.stream().mapToLong(ByEnterprise::changeFen).sum(),
                -losers.stream().mapToLong(ByEnterprise::changeFen).sum(),
                clauses(),
                split(Apportioned::levels),
                split(clause -> Apportioned.years(clause, year)),
                grouped ? groups(each) : List.of(),
                winners.stream().limit(Simulation.MOST).toList(),
                losers.stream().limit(Simulation.MOST).toList());
    }

    private ByEnterprise enterprise(String key) {
        Map<String, Long> before = baseline.paidFen().getOrDefault(key, Map.of());
        Map<String, Long> after = reform.paidFen().getOrDefault(key, Map.of());
        Set<String> clauses = new TreeSet<>(before.keySet());
        clauses.addAll(after.keySet());
        clauses.removeIf(clause -> Objects.equals(before.get(clause), after.get(clause)));
        return new ByEnterprise(key, baseline.fen(key), reform.fen(key), List.copyOf(clauses));
    }

    private static Change change(List<ByEnterprise> each) {
        return new Change(
                each.stream().mapToLong(ByEnterprise::baselineFen).sum(),
                each.stream().mapToLong(ByEnterprise::reformFen).sum(),
                (int) each.stream().filter(one -> one.baselineFen() > 0).count(),
                (int) each.stream().filter(one -> one.reformFen() > 0).count());
    }

    private List<ByClause> clauses() {
        Set<String> ids = new TreeSet<>(baseline.clauses().keySet());
        ids.addAll(reform.clauses().keySet());
        List<ByClause> all = new ArrayList<>();
        for (String id : ids) {
            PolicyClause clause =
                    reform.clauses().getOrDefault(id, baseline.clauses().get(id));
            Outlay speaks = reform.clauses().containsKey(id) ? reform : baseline;
            Change change = new Change(cost(baseline, id), cost(reform, id), paid(baseline, id), paid(reform, id));
            int needing = speaks.needingFacts().getOrDefault(id, 0);
            int faults = speaks.faults().getOrDefault(id, 0);
            if (change.baselinePaid() + change.reformPaid() + needing + faults > 0) {
                all.add(new ByClause(id, Objects.requireNonNull(clause).text().title(), change, needing, faults));
            }
        }
        return all;
    }

    private static long cost(Outlay outlay, String clause) {
        return outlay.paidFen().values().stream()
                .mapToLong(paid -> paid.getOrDefault(clause, 0L))
                .sum();
    }

    private static int paid(Outlay outlay, String clause) {
        return (int) outlay.paidFen().values().stream()
                .filter(paid -> paid.containsKey(clause))
                .count();
    }

    /** Each payment to the fen among the parts of its clause. */
    private List<Named> split(Function<PolicyClause, Apportioned> parts) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        add(baseline, parts, sums, 0);
        add(reform, parts, sums, 1);
        return sums.entrySet().stream()
                .map(one -> new Named(one.getKey(), one.getValue()[0], one.getValue()[1]))
                .sorted(Comparator.<Named>comparingInt(part -> LEVELS.indexOf(part.name()))
                        .thenComparing(Named::name))
                .toList();
    }

    private static void add(
            Outlay outlay, Function<PolicyClause, Apportioned> parts, Map<String, long[]> sums, int side) {
        outlay.clauses().forEach((id, clause) -> {
            long cost = cost(outlay, id);
            if (cost > 0) {
                parts.apply(clause)
                        .of(cost)
                        .forEach((name, fen) -> sums.computeIfAbsent(name, key -> new long[2])[side] += fen);
            }
        });
    }

    private List<ByGroup> groups(List<ByEnterprise> each) {
        Map<List<String>, List<ByEnterprise>> members = new LinkedHashMap<>();
        each.forEach(one -> members.computeIfAbsent(
                        groups.getOrDefault(one.key(), List.of(UNKNOWN)), key -> new ArrayList<>())
                .add(one));
        return members.entrySet().stream()
                .map(group -> new ByGroup(
                        group.getKey(),
                        group.getValue().size(),
                        change(group.getValue()),
                        (int) group.getValue().stream()
                                .filter(one -> one.changeFen() > 0)
                                .count(),
                        (int) group.getValue().stream()
                                .filter(one -> one.changeFen() < 0)
                                .count()))
                .sorted(Comparator.comparing(
                        group -> group.values().stream().map(Simulate::order).collect(Collectors.joining("\u0000"))))
                .toList();
    }
}
