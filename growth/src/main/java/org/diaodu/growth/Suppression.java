package org.diaodu.growth;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Withholds small cells: groups of fewer than three enterprises, or of which one holds over 80 % of value or base, and
 * as many others as it takes that none can be worked out as total less the rest (complementary suppression), along every
 * tree and cross of the account. Enterprises' contributions are withheld with them. Source: design, domain.md section 6;
 * rules and method as in Hundepool et al., Statistical Disclosure Control (Wiley 2012), chapter 4.
 *
 * <p>The sums that tie cells together are each group and its children along one axis. A withheld set is safe if it holds
 * at least two cells of such a sum, and, where their total is shown, together at least three enterprises of which none
 * holds over 80 %. The smallest cells are withheld first.
 * Groups lose their scope effect altogether, the total where a part of it stands on one or two enterprises.
 */
public final class Suppression {
    static final int FEWEST = 3;
    static final double DOMINANCE = 0.8;

    private Suppression() {}

    /** The account with its small cells withheld; all of it if the total itself is too small. */
    public static GrowthAccount of(GrowthAccount account) {
        if (account.enterprises() < FEWEST || account.contributions().largestShare() > DOMINANCE) return blank(account);
        var withheld = new HashSet<Group>();
        for (Group group : account.groups()) if (isSmall(group)) withheld.add(group);
        new SumsOfCells(account.groups()).complete(withheld);
        return new GrowthAccount(
                account.period(),
                account.growthPct(),
                account.base(),
                account.value(),
                account.enterprises(),
                account.nominalPct(),
                account.pricePp(),
                safe(account.scope()),
                account.residualPp(),
                account.residuals(),
                account.groups().stream()
                        .map(group -> withheld.contains(group) ? group.withheld() : group.withoutScope())
                        .toList(),
                Contributions.none());
    }

    private static boolean isSmall(Group group) {
        return !isEmpty(group) && (group.enterprises() < FEWEST || group.largestShare() > DOMINANCE);
    }

    /** A cell of exits only: nothing to tell, nothing to hide behind. */
    static boolean isEmpty(Group group) {
        return group.base() == 0 && group.value() == 0;
    }

    private static GrowthAccount blank(GrowthAccount account) {
        return new GrowthAccount(
                account.period(),
                null,
                Double.NaN,
                Double.NaN,
                account.enterprises(),
                null,
                null,
                Scope.WITHHELD,
                0,
                List.of(),
                account.groups().stream().map(Group::withheld).toList(),
                Contributions.none());
    }

    /** Parts of the scope effect that stand on one or two enterprises would tell their figures. */
    private static Scope safe(Scope scope) {
        boolean tells = IntStream.of(scope.entries(), scope.exits(), scope.newPlants(), scope.restatements())
                .anyMatch(count -> count > 0 && count < FEWEST);
        return tells ? Scope.WITHHELD : scope;
    }
}
