package org.diaodu.server.cockpit;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Selection;
import org.diaodu.growth.Trees;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Growth accounts of what the caller may see, kept in memory while the figures they were computed from stand: a filing,
 * a closing or a changed parameter gives a new version and so a new account.
 */
@Component
@Transactional(readOnly = true)
public class GrowthFigures {
    private final Readings readings;
    private final GrowthParameters parameters;
    private final Recent<Basis, Observations> rows = new Recent<>(160);
    private final Recent<AccountKey, GrowthAccount> accounts = new Recent<>(600);
    private final Recent<Basis, Parameters> rates = new Recent<>(200);
    private final Recent<TotalKey, Total> totals = new Recent<>(20_000);

    private final Recent<Basis, Map<String, Map<String, String>>> codes = new Recent<>(160);
    private final Recent<CockpitKey, Cockpit> cockpits = new Recent<>(300);

    private record CockpitKey(Unit unit, Period period, SortedMap<Period, Standing> standings, long revision) {}

    /** What a figure rests on; two equal bases give equal figures. */
    private record Basis(Period period, Scope scope, String version, long revision) {}

    private record AccountKey(Basis basis, Selection selection, List<Dimension> dimensions) {}

    private record TotalKey(Basis basis, Selection selection) {}

    /** Growth of a total, in per cent; null without a base. */
    public record Total(Period period, @Nullable Double growthPct) {}

    GrowthFigures(Readings readings, GrowthParameters parameters) {
        this.readings = readings;
        this.parameters = parameters;
    }

    /** The figures inside a scope as they stand now; use it within the caller's transaction. */
    public Snapshot of(Scope scope) {
        return new Snapshot(scope, readings.standings(scope), parameters.revision());
    }

    /** All periods of one scope at one moment. */
    public final class Snapshot {
        private final Scope scope;
        private final SortedMap<Period, Standing> standings;
        private final long revision;

        private Snapshot(Scope scope, SortedMap<Period, Standing> standings, long revision) {
            this.scope = scope;
            this.standings = standings;
            this.revision = revision;
        }

        /** The reporting periods there are returns for, oldest first. */
        public List<Period> periods() {
            return List.copyOf(standings.keySet());
        }

        public boolean isProvisional(Period period) {
            return standing(period).provisional();
        }

        public String version(Period period) {
            return standing(period).version();
        }

        /** Changes whenever a parameter of growth changes. */
        public long revision() {
            return revision;
        }

        public Observations observations(Period period) {
            Basis basis = basis(period);
            return rows.get(basis, () -> readings.read(period, scope));
        }

        /** For each axis without a tree the codes its enterprises have, with their names. */
        public Map<String, Map<String, String>> codes(Period period) {
            return codes.get(basis(period), () -> Axes.codes(observations(period)));
        }

        /** A cockpit worked out of these figures, kept while they stand. */
        Cockpit cockpit(Unit unit, Period period, Supplier<Cockpit> work) {
            return cockpits.get(new CockpitKey(unit, period, standings, revision), work);
        }

        /** The account of the enterprises under a selection, split by the given dimensions. */
        public GrowthAccount account(Period period, Selection selection, List<Dimension> dimensions) {
            Basis basis = basis(period);
            return accounts.get(
                    new AccountKey(basis, selection, dimensions), () -> compute(basis, selection, dimensions));
        }

        public Total total(Period period, Selection selection) {
            Basis basis = basis(period);
            return totals.get(
                    new TotalKey(basis, selection),
                    () -> new Total(period, compute(basis, selection, List.of()).growthPct()));
        }

        /** Value-added rates and price indices of a period. */
        public Parameters parameters(Period period) {
            return rates(basis(period));
        }

        private GrowthAccount compute(Basis basis, Selection selection, List<Dimension> dimensions) {
            Observations all = observations(basis.period());
            Observations chosen = selection.equals(Selection.ALL) ? all : all.under(selection, Trees.standard());
            return GrowthAccount.of(chosen, rates(basis), dimensions, Trees.standard());
        }

        private Parameters rates(Basis basis) {
            return rates.get(
                    new Basis(basis.period(), Scope.NOTHING, "", revision),
                    () -> Parameters.of(parameters.of(basis.period()).stream()
                            .map(line -> new Parameters.Entry(
                                    line.industry(), basis.period(), line.vaRate(), line.priceIndex()))
                            .toList()));
        }

        private Basis basis(Period period) {
            return new Basis(period, scope, version(period), revision);
        }

        private Standing standing(Period period) {
            Standing standing = standings.get(period.reporting());
            return standing == null ? new Standing("none", true) : standing;
        }
    }
}
