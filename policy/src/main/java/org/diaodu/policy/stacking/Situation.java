package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.jspecify.annotations.Nullable;

/** The laws as they concern one subject: its candidates by position, in the order of priority and id, and what binds them. */
final class Situation {

    final List<Candidate> candidates;
    final int[] priority;
    final List<Exclusion> exclusions = new ArrayList<>();
    final List<Pool> pools = new ArrayList<>();
    final @Nullable Footing[] footings;
    /** What a highest-only group paid earlier: that much less is due. */
    final Limit.@Nullable OfEarlier[] deducted;
    /** The most a candidate can be paid where no other stands in its way. */
    final long[] upper;

    private final StackingLaws laws;
    private final Claims claims;

    /** Of these candidates, which are in order and of which none is barred. */
    Situation(StackingLaws laws, Claims claims, List<Candidate> candidates) {
        this.laws = laws;
        this.claims = claims;
        this.candidates = candidates;
        int size = candidates.size();
        priority = candidates.stream()
                .mapToInt(candidate -> laws.grant(candidate.clause()).priority())
                .toArray();
        footings = new Footing[size];
        deducted = new Limit.OfEarlier[size];
        upper = new long[size];
        exclude();
        for (int i = 0; i < size; i++) {
            footings[i] = footing(candidates.get(i));
            deducted[i] = deducted(candidates.get(i));
        }
        long[] due = new long[size];
        for (int i : basesFirst()) {
            due[i] = dueFen(i, upper);
            upper[i] = Math.max(0, due[i] - deductedFen(i));
        }
        topUp();
        ceilings();
        pools.removeIf(pool -> pool.sum(upper) <= pool.limitFen() - pool.spentFen());
    }

    int size() {
        return candidates.size();
    }

    /** What a candidate is due by itself where this is paid. */
    long dueFen(int position, long[] paid) {
        Footing footing = footings[position];
        return footing == null ? candidates.get(position).amountFen() : footing.dueFen(paid);
    }

    long[] duesFen(long[] paid) {
        return IntStream.range(0, size()).mapToLong(i -> dueFen(i, paid)).toArray();
    }

    long deductedFen(int position) {
        Limit.OfEarlier limit = deducted[position];
        return limit == null ? 0 : limit.earlierFen();
    }

    /** May the two not both be paid because of this? */
    boolean barred(Exclusion exclusion, int one, int other) {
        return one != other
                && !(exclusion.anyPermitted()
                        && laws.mayAdd(
                                candidates.get(one).clause(),
                                candidates.get(other).clause()));
    }

    /** All positions, what a supplement stands on before it. */
    List<Integer> basesFirst() {
        List<Integer> order = new ArrayList<>();
        boolean[] placed = new boolean[size()];
        for (int i = 0; i < size(); i++) {
            place(i, placed, order);
        }
        return order;
    }

    private void place(int position, boolean[] placed, List<Integer> order) {
        if (placed[position]) {
            return;
        }
        placed[position] = true;
        Footing footing = footings[position];
        if (footing != null) {
            for (int base : footing.bases()) {
                place(base, placed, order);
            }
        }
        order.add(position);
    }

    private void exclude() {
        for (Group group : groups()) {
            if (group.law.rule() != Rule.TOP_UP && group.members.length > 1) {
                boolean permitted = IntStream.of(group.members)
                        .anyMatch(one ->
                                IntStream.of(group.members).anyMatch(other -> one != other && mayAdd(one, other)));
                exclusions.add(new Exclusion(group.law.name(), group.law.rule(), group.members, permitted));
            }
        }
        laws.grants().stream()
                .filter(grant -> grant.frequency() == Frequency.ONCE)
                .forEach(grant -> {
                    int[] members = positions(i -> candidates.get(i).clause().equals(grant.clause()));
                    if (members.length > 1) {
                        exclusions.add(new Exclusion("终身一次：" + grant.clause(), Rule.CHOOSE_ONE, members, false));
                    }
                });
    }

    private boolean mayAdd(int one, int other) {
        return laws.mayAdd(candidates.get(one).clause(), candidates.get(other).clause());
    }

    /** A group with those of its members that exclude each other: all, or those of one project. */
    private record Group(ExclusionGroup law, @Nullable String project, int[] members) {}

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (ExclusionGroup law : laws.groups()) {
            Map<@Nullable String, List<Integer>> byProject = new HashMap<>();
            for (int i = 0; i < size(); i++) {
                Candidate candidate = candidates.get(i);
                if (law.clauses().contains(candidate.clause())) {
                    String project = law.scope() == ExclusionGroup.Scope.PROJECT ? candidate.project() : null;
                    byProject.computeIfAbsent(project, key -> new ArrayList<>()).add(i);
                }
            }
            byProject.forEach((project, members) -> groups.add(new Group(
                    law, project, members.stream().mapToInt(Integer::intValue).toArray())));
        }
        return groups;
    }

    private @Nullable Footing footing(Candidate candidate) {
        Supplement law = laws.supplement(candidate.clause());
        if (law == null) {
            return null;
        }
        int[] bases = positions(i -> {
            Candidate base = candidates.get(i);
            return base.clause().equals(law.base()) && sameSubject(candidate.project(), base.project());
        });
        long earlier = claims.earlier().stream()
                .filter(paid -> paid.thisYear()
                        && paid.clause().equals(law.base())
                        && sameSubject(candidate.project(), paid.project()))
                .mapToLong(Earlier::amountFen)
                .sum();
        long most = law.capFen() == null ? candidate.amountFen() : Math.min(candidate.amountFen(), law.capFen());
        return new Footing(law, bases, earlier, most);
    }

    private static boolean sameSubject(@Nullable String supplement, @Nullable String base) {
        return supplement == null || base == null || supplement.equals(base);
    }

    private Limit.@Nullable OfEarlier deducted(Candidate candidate) {
        Limit.OfEarlier most = null;
        for (ExclusionGroup group : laws.groups()) {
            if (group.rule() == Rule.HIGHEST_ONLY && group.clauses().contains(candidate.clause())) {
                long sum = Bars.earlier(laws, claims, group, candidate)
                        .mapToLong(Earlier::amountFen)
                        .sum();
                if (sum > 0 && (most == null || sum > most.earlierFen())) {
                    most = new Limit.OfEarlier(group.name(), sum);
                }
            }
        }
        return most;
    }

    private void topUp() {
        for (Group group : groups()) {
            if (group.law.rule() == Rule.TOP_UP) {
                topUp(group);
            }
        }
    }

    private void topUp(Group group) {
        int[] members = group.members;
        List<Earlier> earlier = claims.earlier().stream()
                .filter(paid -> paid.thisYear() && group.law.clauses().contains(paid.clause()))
                .filter(paid -> group.law.scope() == ExclusionGroup.Scope.ENTERPRISE
                        || Objects.equals(paid.project(), group.project))
                .toList();
        int[] rising = IntStream.of(members).filter(i -> footings[i] != null).toArray();
        long highest = Math.max(
                IntStream.of(members)
                        .filter(i -> footings[i] == null)
                        .mapToLong(i -> candidates.get(i).amountFen())
                        .max()
                        .orElse(0),
                earlier.stream().mapToLong(Earlier::amountFen).max().orElse(0));
        List<String> clauses = new ArrayList<>();
        IntStream.of(members).forEach(i -> clauses.add(candidates.get(i).clause()));
        earlier.forEach(paid -> clauses.add(paid.clause()));
        for (int[] clique :
                Cliques.of(clauses.size(), (one, other) -> !laws.mayAdd(clauses.get(one), clauses.get(other)))) {
            int[] now = IntStream.of(clique)
                    .filter(i -> i < members.length)
                    .map(i -> members[i])
                    .sorted()
                    .toArray();
            long spent = IntStream.of(clique)
                    .filter(i -> i >= members.length)
                    .mapToLong(i -> earlier.get(i - members.length).amountFen())
                    .sum();
            if (now.length > 1 || now.length == 1 && spent > 0) {
                pools.add(new Pool(group.law.name(), true, now, highest, spent, rising));
            }
        }
    }

    private void ceilings() {
        for (Ceiling ceiling : laws.ceilings()) {
            int[] members =
                    positions(i -> ceiling.clauses().contains(candidates.get(i).clause()));
            if (members.length > 0) {
                long spent = claims.earlier().stream()
                        .filter(paid -> paid.thisYear() && ceiling.clauses().contains(paid.clause()))
                        .mapToLong(Earlier::amountFen)
                        .sum();
                pools.add(new Pool(ceiling.name(), false, members, Bars.limit(ceiling, claims), spent, new int[0]));
            }
        }
    }

    private int[] positions(java.util.function.IntPredicate which) {
        return IntStream.range(0, size()).filter(which).toArray();
    }
}
