package org.diaodu.policy.book;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.model.Place;
import org.diaodu.sheets.Nearest;
import org.diaodu.standards.AmountUnit;
import org.jspecify.annotations.Nullable;

/** Clauses with all their versions, how they stack, and the figures by date they draw on. Immutable. */
public final class PolicyBook {

    private final List<PolicyClause> clauses;
    private final Stacking stacking;
    private final Map<String, Parameter> parameters;

    PolicyBook(List<PolicyClause> clauses, Stacking stacking, Map<String, Parameter> parameters) {
        this.clauses = List.copyOf(clauses);
        this.stacking = stacking;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Reads {@code <book>/<clause>/<valid-from>/}, {@code stacking.yaml} and {@code parameters/}.
     *
     * @throws PolicyFault of all that is wrong in the book, a line each; {@link BookReading} goes on with what can be read
     */
    public static PolicyBook read(Path folder) {
        BookReading reading = BookReading.of(folder);
        if (!reading.faults().isEmpty()) {
            throw PolicyFault.all(reading.faults());
        }
        return reading.book();
    }

    /** Every version of every clause, by id and then by the day from which it holds. */
    public List<PolicyClause> clauses() {
        return clauses;
    }

    /** The clauses that hold on this day, each in the version of that day. */
    public List<PolicyClause> inForce(LocalDate day) {
        return clauses.stream()
                .filter(clause -> clause.version().holds(day, Instant.MAX))
                .toList();
    }

    /**
     * The version of a clause that holds on this day; where none does the latest that began before it, else the first.
     *
     * @throws PolicyFault {@code policy.no-clause}
     */
    public PolicyClause clause(String id, LocalDate day) {
        List<PolicyClause> versions =
                clauses.stream().filter(clause -> clause.id().equals(id)).toList();
        if (versions.isEmpty()) {
            List<String> known =
                    clauses.stream().map(PolicyClause::id).distinct().toList();
            String nearest = Nearest.to(id, known);
            throw new PolicyFault(
                    "policy.no-clause",
                    Place.of(id),
                    "没有这个条款。建议：" + (nearest == null ? "已有 " + String.join("、", known) : "也许是 " + nearest) + "。",
                    "there is no such clause. Maybe "
                            + (nearest == null ? "one of " + String.join(", ", known) : nearest) + ".");
        }
        return versions.stream()
                .filter(clause -> clause.version().holds(day, Instant.MAX))
                .findFirst()
                .or(() -> versions.reversed().stream()
                        .filter(clause -> !clause.text().validFrom().isAfter(day))
                        .findFirst())
                .orElse(versions.getFirst());
    }

    /** What a fact counts, where it counts money; null where it does not or no clause asks for it. */
    public @Nullable AmountUnit unitOf(String fact) {
        for (PolicyClause clause : clauses) {
            DeclaredFacts.Declared declared =
                    DeclaredFacts.inputs(clause.model()).get(fact);
            if (declared != null) {
                return declared.unit().isEmpty() ? null : AmountUnit.find(declared.unit());
            }
        }
        return null;
    }

    public Stacking stacking() {
        return stacking;
    }

    /** By id. */
    public Map<String, Parameter> parameters() {
        return new TreeMap<>(parameters);
    }
}
