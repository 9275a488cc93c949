package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the clauses of a book stand to each other: its {@code stacking.yaml}. */
public record Stacking(Map<String, Group> groups, Map<String, Ceiling> ceilings) {

    public Stacking {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        ceilings = Collections.unmodifiableMap(new LinkedHashMap<>(ceilings));
    }

    static Stacking none() {
        return new Stacking(Map.of(), Map.of());
    }

    /** Clauses that exclude each other, for each enterprise or for each project. */
    public record Group(StackingRule rule, SubjectKind scope) {}

    /**
     * What clauses pay together at most: an amount in yuan, or a rate of a fact of the subject.
     *
     * @param amount in yuan, or null where it goes by a fact
     */
    public record Ceiling(
            List<String> clauses,
            @Nullable BigDecimal amount,
            @Nullable String fact,
            @Nullable BigDecimal rate) {
        public Ceiling {
            clauses = List.copyOf(clauses);
        }
    }
}
