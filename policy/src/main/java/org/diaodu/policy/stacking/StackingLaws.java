package org.diaodu.policy.stacking;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diaodu.policy.PolicyFault;
import org.jspecify.annotations.Nullable;

/**
 * How the clauses of a book add up, for all subjects alike. What contradicts itself is refused here, with words, and not
 * when somebody is to be paid. Immutable, so that it may be shared among threads.
 */
public final class StackingLaws {

    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final List<ExclusionGroup> groups;
    private final Set<Permission> permissions;
    private final List<Ceiling> ceilings;
    private final Map<String, Supplement> supplements = new HashMap<>();

    /** Throws {@link PolicyFault} where they contradict each other. */
    public StackingLaws(
            List<Grant> grants,
            List<ExclusionGroup> groups,
            Set<Permission> permissions,
            List<Ceiling> ceilings,
            List<Supplement> supplements) {
        new LawReview(grants, groups, permissions, ceilings, supplements).review();
        grants.forEach(grant -> this.grants.put(grant.clause(), grant));
        this.groups = List.copyOf(groups);
        this.permissions = Set.copyOf(permissions);
        this.ceilings = List.copyOf(ceilings);
        supplements.forEach(supplement -> this.supplements.put(supplement.clause(), supplement));
    }

    public Collection<Grant> grants() {
        return java.util.Collections.unmodifiableCollection(grants.values());
    }

    public List<ExclusionGroup> groups() {
        return groups;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public List<Ceiling> ceilings() {
        return ceilings;
    }

    public Collection<Supplement> supplements() {
        return java.util.Collections.unmodifiableCollection(supplements.values());
    }

    boolean knows(String clause) {
        return grants.containsKey(clause);
    }

    Grant grant(String clause) {
        return Objects.requireNonNull(grants.get(clause));
    }

    @Nullable
    Supplement supplement(String clause) {
        return supplements.get(clause);
    }

    boolean mayAdd(String one, String other) {
        return permissions.contains(new Permission(one, other));
    }
}
