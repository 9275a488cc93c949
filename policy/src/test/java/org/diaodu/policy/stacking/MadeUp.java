package org.diaodu.policy.stacking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;

/** Laws and claims that nobody wrote: of all rules, overlapping, with chains of supplements and earlier payments. */
record MadeUp(
        List<Grant> grants,
        List<ExclusionGroup> groups,
        Set<Permission> permissions,
        List<Ceiling> ceilings,
        List<Supplement> supplements,
        Claims claims) {

    private static final List<String> RATES = List.of("0.5", "0.3", "1", "0.3333");

    StackingLaws laws() {
        return new StackingLaws(grants, groups, permissions, ceilings, supplements);
    }

    MadeUp with(Claims claims) {
        return new MadeUp(grants, groups, permissions, ceilings, supplements, claims);
    }

    MadeUp with(Set<Permission> permissions) {
        return new MadeUp(grants, groups, permissions, ceilings, supplements, claims);
    }

    @Override
    public String toString() {
        return String.join(
                "\n", "" + grants, "" + groups, "" + permissions, "" + ceilings, "" + supplements, "" + claims);
    }

    /** Up to nine candidates; few fen where there are many, so that all bundles can be tried. */
    static Arbitrary<MadeUp> small() {
        return Arbitraries.randomValue(random -> drawn(random, 9, false));
    }

    /** Up to fourteen candidates of millions of yuan. */
    static Arbitrary<MadeUp> large() {
        return Arbitraries.randomValue(random -> drawn(random, 14, true));
    }

    static MadeUp drawn(Random random, int most, boolean large) {
        return new Draft(random, 1 + random.nextInt(most), large).lawful();
    }

    private record Draft(Random random, int size, boolean large) {

        MadeUp lawful() {
            while (true) {
                MadeUp drawn = draw();
                try {
                    drawn.laws();
                    return drawn;
                } catch (PolicyFault contradiction) {
                    if (!contradiction.code().equals("stacking.excludes-base")) {
                        throw contradiction;
                    }
                }
            }
        }

        private MadeUp draw() {
            List<Candidate> candidates = candidates();
            List<String> clauses = List.copyOf(
                    new TreeSet<>(candidates.stream().map(Candidate::clause).toList()));
            List<Ceiling> ceilings = new ArrayList<>();
            Map<String, Long> own = new HashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                long limit = random.nextInt(3) * amount() / 2;
                boolean isOwn = random.nextInt(4) == 0;
                ceilings.add(new Ceiling("U" + i, some(clauses, 5), isOwn ? null : limit));
                if (isOwn) {
                    own.put("U" + i, limit);
                }
            }
            return new MadeUp(
                    clauses.stream()
                            .map(clause -> new Grant(clause, 1 + random.nextInt(3), frequency()))
                            .toList(),
                    IntStream.range(0, random.nextInt(5))
                            .mapToObj(i -> new ExclusionGroup(
                                    "G" + i, any(Rule.values()), any(Scope.values()), some(clauses, 4)))
                            .toList(),
                    permissions(clauses),
                    ceilings,
                    supplements(clauses),
                    new Claims(candidates, earlier(clauses), own));
        }

        private List<Candidate> candidates() {
            List<Candidate> candidates = new ArrayList<>();
            for (char clause = 'a'; candidates.size() < size; clause++) {
                boolean projects = random.nextInt(3) == 0;
                candidates.add(new Candidate("" + clause, projects ? "p" : null, amount()));
                if (projects && random.nextBoolean() && candidates.size() < size) {
                    candidates.add(new Candidate("" + clause, "q", amount()));
                }
            }
            return candidates;
        }

        private long amount() {
            int most = new int[] {12, 12, 12, 9, 5, 4, 3, 2, 2}[Math.min(size, 9) - 1];
            return large ? 1 + random.nextLong(500_000_000) : 1 + random.nextInt(most);
        }

        private Frequency frequency() {
            return random.nextInt(3) == 0 ? any(Frequency.values()) : Frequency.YEARLY;
        }

        private Set<Permission> permissions(List<String> clauses) {
            Set<Permission> permissions = new HashSet<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                permissions.add(new Permission(any(clauses), any(clauses)));
            }
            return permissions;
        }

        private List<Supplement> supplements(List<String> clauses) {
            List<Supplement> supplements = new ArrayList<>();
            for (int i = 0; i + 1 < clauses.size(); i++) {
                if (random.nextInt(4) == 0) {
                    String base = clauses.get(i + 1 + random.nextInt(clauses.size() - i - 1));
                    Rate rate = Rate.of(new BigDecimal(any(RATES)));
                    supplements.add(new Supplement(clauses.get(i), base, rate, random.nextBoolean() ? null : amount()));
                }
            }
            return supplements;
        }

        private List<Earlier> earlier(List<String> clauses) {
            return IntStream.range(0, random.nextInt(2) * random.nextInt(3))
                    .mapToObj(i -> new Earlier(
                            any(clauses), random.nextInt(3) == 0 ? "p" : null, amount() - 1, random.nextInt(4) > 0))
                    .toList();
        }

        private Set<String> some(List<String> clauses, int most) {
            Set<String> some = new HashSet<>();
            for (int i = 1 + random.nextInt(most); i > 0; i--) {
                some.add(any(clauses));
            }
            return some;
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        @SafeVarargs
        private <T> T any(T... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
