package org.diaodu.growth.effect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The effect of all cases: each alone, all together, and by any grouping. Immutable; the same input gives the same
 * figures.
 *
 * <p>The target is what the cases did for these very enterprises (the sample average effect on the treated), so the
 * only thing unknown is how they would have fared without, and the placebo cases show how well that is guessed. It rests
 * on one assumption: among enterprises of an industry whose output fell alike, those with a case would not have fared
 * otherwise than those without. An enterprise that gets its case only later is a neighbour of earlier ones, as it did not
 * have one when it was chosen; leaving it out would choose neighbours by what came afterwards. The effect is thus that
 * of a case now rather than later or never (K. Imai, I. S. Kim, E. Wang, Matching methods for causal inference with
 * time-series cross-sectional data, Am. J. Polit. Sci. 67 (2023), 587–605).
 */
public final class Campaign {
    private final Design design;
    private final List<Measured> measured;
    private final List<CaseEffect> effects;
    private final List<Unmeasured> unmeasured;
    private final double provinceBase;

    private Campaign(Design design, List<Measured> measured, List<Unmeasured> unmeasured, double provinceBase) {
        this.design = design;
        this.measured = List.copyOf(measured);
        effects =
                measured.stream().map(each -> each.effect(provinceBase, design)).toList();
        this.unmeasured = List.copyOf(unmeasured);
        this.provinceBase = provinceBase;
    }

    /**
     * Measures every case.
     *
     * @param panel all enterprises of the province, with as many periods as the design looks back
     * @param cases all cases of the province, also older ones: whoever is not among them counts as without a case
     * @throws IllegalArgumentException if two cases have one id, or one enterprise has two cases opened in one period
     */
    public static Campaign measure(Panel panel, Collection<DispatchCase> cases, Design design) {
        refuseDoubles(cases);
        var openings = new Openings(panel, cases);
        var cohorts = new TreeMap<Integer, List<DispatchCase>>();
        for (DispatchCase each : cases)
            cohorts.computeIfAbsent(panel.column(each.opened()), _ -> new ArrayList<>())
                    .add(each);
        var measured = new ArrayList<Measured>();
        var unmeasured = new ArrayList<Unmeasured>();
        var span = new TreeSet<Integer>();
        cohorts.forEach((opened, opening) -> {
            var effects = new CohortEffects(new Cohort(panel, design, opened, openings), opening);
            for (Measured each : effects.measure()) {
                measured.add(each);
                for (int after = 1; after <= each.periods(); after++) span.add(opened + after);
            }
            unmeasured.addAll(effects.unmeasured);
        });
        double base = 0;
        for (int row = 0; row < panel.enterprises(); row++)
            for (int column : span) base += panel.base(row, column, column);
        return new Campaign(design, measured, unmeasured, base);
    }

    private static void refuseDoubles(Collection<DispatchCase> cases) {
        var seen = new HashMap<String, DispatchCase>();
        for (DispatchCase each : cases) {
            if (seen.put("id " + each.id(), each) != null) {
                throw new IllegalArgumentException("two cases have the id " + each.id());
            }
            DispatchCase same = seen.put(each.creditCode() + " " + each.opened(), each);
            if (same != null) {
                throw new IllegalArgumentException(
                        each.creditCode() + " has two cases opened in " + each.opened() + ": " + same.id() + " and "
                                + each.id() + ". Maybe one is a copy: their effects cannot be told apart");
            }
        }
    }

    /** The cases measured, by period of opening. */
    public List<CaseEffect> effects() {
        return effects;
    }

    /** The case with an id; null if it is not measured. */
    public @Nullable CaseEffect effect(String id) {
        for (CaseEffect each : effects) if (each.dispatchCase().id().equals(id)) return each;
        return null;
    }

    /** The cases that cannot be measured, each with its reason. */
    public List<Unmeasured> unmeasured() {
        return unmeasured;
    }

    /** The province's base, in the panel's unit, over all periods that are measured for some case. */
    public double provinceBase() {
        return provinceBase;
    }

    /** All cases together; null if none is measured. */
    public @Nullable GroupEffect overall() {
        return measured.isEmpty() ? null : new Grouping("", measured, unmeasured, provinceBase, design, 1).effect();
    }

    /**
     * The cases by whatever they are grouped by, such as causes, measures or units, in the order of the names. A case of
     * several groups counts fully in each. Groups without a measured case are left out.
     */
    public List<GroupEffect> by(Function<DispatchCase, ? extends Collection<String>> groups) {
        Map<String, List<Measured>> in = new TreeMap<>();
        Map<String, List<Unmeasured>> out = new HashMap<>();
        for (Measured each : measured)
            for (String group : new LinkedHashSet<>(groups.apply(each.dispatchCase())))
                in.computeIfAbsent(group, _ -> new ArrayList<>()).add(each);
        for (Unmeasured each : unmeasured)
            for (String group : new LinkedHashSet<>(groups.apply(each.dispatchCase())))
                out.computeIfAbsent(group, _ -> new ArrayList<>()).add(each);
        return in.entrySet().stream()
                .map(group -> new Grouping(
                                group.getKey(),
                                group.getValue(),
                                out.getOrDefault(group.getKey(), List.of()),
                                provinceBase,
                                design,
                                in.size())
                        .effect())
                .toList();
    }
}
