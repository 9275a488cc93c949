package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Selection;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.server.returns.KeyLights;
import org.diaodu.server.returns.LitEnterprise;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The key enterprises with their lights and the points they add or cost: the light asked from its rule, the points from the
 * growth account. Kept while returns, parameters and rule stand. Thread-safe.
 */
@Component
@Transactional(readOnly = true)
public class FallingEnterprises {

    private static final int KEPT = 100;

    private final GrowthFigures figures;
    private final KeyLights lights;
    private final Map<Key, List<Falling>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Falling>> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(
            Scope scope,
            Period period,
            String version,
            String before,
            long revision,
            Object rule,
            boolean provisional) {}

    FallingEnterprises(GrowthFigures figures, KeyLights lights) {
        this.figures = figures;
        this.lights = lights;
    }

    /** The reporting periods there are returns for, oldest first. */
    public List<Period> periods() {
        return figures.of(Callers.current().scope()).periods();
    }

    /** Those of a reporting period within the caller's unit, the one that costs most first. */
    public List<Falling> of(Period period) {
        Comparator<Falling> byCost = Comparator.comparing(
                (Falling one) -> one.contributionPp(), Comparator.nullsLast(Comparator.naturalOrder()));
        return judged(period).stream()
                .filter(one -> List.of("red", "amber").contains(one.light().colour()))
                .sorted(byCost.thenComparing(Falling::creditCode))
                .toList();
    }

    /** Every key enterprise within the caller's unit with its light, whatever its colour, and the points it adds. */
    public List<Falling> judged(Period period) {
        GrowthFigures.Snapshot now = figures.of(Callers.current().scope());
        Period before = period.previousReporting();
        var key = new Key(
                Callers.current().scope(),
                period,
                now.version(period),
                now.version(before),
                now.revision(),
                lights.edition(),
                now.isProvisional(period));
        synchronized (kept) {
            List<Falling> known = kept.get(key);
            if (known != null) return known;
        }
        List<Falling> found = judged(period, now);
        synchronized (kept) {
            kept.put(key, found);
        }
        return found;
    }

    private List<Falling> judged(Period period, GrowthFigures.Snapshot now) {
        GrowthAccount account = now.account(period, Selection.ALL, List.of());
        Map<String, EnterpriseContribution> own = byCode(account);
        Map<String, EnterpriseContribution> earlier =
                byCode(now.account(period.previousReporting(), Selection.ALL, List.of()));
        List<Falling> judged = new ArrayList<>();
        for (LitEnterprise one : lights.of(period)) {
            judged.add(falling(one, own.get(one.creditCode()), earlier.get(one.creditCode()), account.base()));
        }
        return judged;
    }

    private static Falling falling(
            LitEnterprise one,
            @Nullable EnterpriseContribution now,
            @Nullable EnterpriseContribution before,
            double totalBase) {
        return new Falling(
                one.id(),
                one.creditCode(),
                one.name(),
                one.region(),
                one.industry(),
                one.light(),
                now == null ? null : now.growthPct(),
                now == null ? null : now.contributionPp(),
                now == null || totalBase == 0 ? null : (Double) recoverablePp(now, before, totalBase));
    }

    private static double recoverablePp(
            EnterpriseContribution now, @Nullable EnterpriseContribution before, double totalBase) {
        Double earlierPct = before == null ? null : before.growthPct();
        double level = Math.max(1, earlierPct == null ? 1 : 1 + earlierPct / 100);
        return Math.max(0, (level * now.base() - now.value()) / totalBase * 100);
    }

    private static Map<String, EnterpriseContribution> byCode(GrowthAccount account) {
        Map<String, EnterpriseContribution> byCode = new HashMap<>();
        for (EnterpriseContribution one : account.contributions().sorted()) byCode.put(one.creditCode(), one);
        return byCode;
    }
}
