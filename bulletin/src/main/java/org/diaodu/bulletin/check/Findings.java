package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the relations of one passage. Not thread-safe. */
final class Findings {

    private final Passage passage;
    private final List<Relation> relations = new ArrayList<>();

    Findings(Passage passage) {
        this.passage = passage;
    }

    List<Relation> relations() {
        return relations;
    }

    /** A printed figure against what the others make it. */
    void compare(String name, String expression, Computed computed, Figure published, @Nullable Figure... operands) {
        compare(name, expression, computed, published, Verdict.CONTRADICTS, "", operands);
    }

    /** The same; where they differ the verdict is {@code otherwise}, with the basis on which they would agree. */
    void compare(
            String name,
            String expression,
            Computed computed,
            Figure published,
            Verdict otherwise,
            String basis,
            @Nullable Figure... operands) {
        compare(
                name,
                expression,
                computed,
                published.printed(),
                published.unit(),
                otherwise,
                basis,
                Stream.concat(Arrays.stream(operands), Stream.of(published)).toArray(Figure[]::new));
    }

    /** The same against a figure that is known rather than printed, such as 100 for all shares. */
    void compare(
            String name,
            String expression,
            Computed computed,
            Printed published,
            String unit,
            Verdict otherwise,
            String basis,
            @Nullable Figure... evidence) {
        if (computed.finite()) {
            boolean agrees = computed.agrees(published);
            relations.add(new Relation(
                    passage.name(),
                    name,
                    expression,
                    computed.value(),
                    published.value(),
                    unit,
                    computed.tolerance(published),
                    agrees ? Verdict.AGREES : otherwise,
                    agrees ? "" : basis,
                    evidence(evidence)));
        }
    }

    /** A sum of some of the parts, which may fall short of the total. */
    void partly(String name, String expression, Computed sum, Figure total, @Nullable Figure... operands) {
        double rest = total.value() - sum.value();
        relations.add(new Relation(
                passage.name(),
                name,
                expression,
                sum.value(),
                total.value(),
                total.unit(),
                Math.abs(rest) + sum.tolerance(total.printed()),
                Verdict.AGREES,
                "没有列全",
                evidence(
                        Stream.concat(Arrays.stream(operands), Stream.of(total)).toArray(Figure[]::new))));
    }

    /** What printed figures imply, where the text prints nothing to compare with. */
    void implied(
            String name,
            String expression,
            Computed computed,
            String unit,
            String basis,
            @Nullable Figure... operands) {
        if (computed.finite()) {
            relations.add(new Relation(
                    passage.name(),
                    name,
                    expression,
                    computed.value(),
                    null,
                    unit,
                    computed.tolerance(),
                    Verdict.IMPLIED,
                    basis,
                    evidence(operands)));
        }
    }

    /** What cannot be, whatever the rounding. */
    void impossible(
            String name, String expression, Computed computed, String unit, String why, @Nullable Figure... operands) {
        relations.add(new Relation(
                passage.name(),
                name,
                expression,
                computed.value(),
                null,
                unit,
                computed.tolerance(),
                Verdict.CONTRADICTS,
                why,
                evidence(operands)));
    }

    private List<Evidence> evidence(@Nullable Figure... figures) {
        return Arrays.stream(figures)
                .filter(Objects::nonNull)
                .distinct()
                .map(passage::evidence)
                .toList();
    }
}
