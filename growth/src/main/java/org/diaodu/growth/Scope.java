package org.diaodu.growth;

import org.jspecify.annotations.Nullable;

/**
 * The scope effect: why dividing two published levels does not give growth. With V the real value added of this period,
 * U the like-for-like base (as restated, of this period's set of enterprises) and W the base as filed last year (of last
 * year's set), both at the same value-added rates,
 *
 * <pre>
 *   published ratio  R = V/W − 1          growth  g = V/U − 1
 *   R − g = V/W − V/U = V·(U − W)/(U·W),  and  U − W = Σ(U_i − W_i) over enterprises:
 *     entry        U_i > 0, W_i = 0       its base counts in g only
 *     exit         U_i = 0, W_i > 0       its base counts in R only
 *     restatement  continuing, U_i ≠ W_i
 *     new plant    U_i = W_i = 0          no difference: it is growth in both
 * </pre>
 *
 * so that {@code publishedRatioPct = growthPct + entryPp + exitPp + restatementPp} exactly. {@code newPlantPp} is the
 * part of {@code growthPct} that new plants made, V_new/U·100, and is not added again. The levels are both at
 * comparable prices; at current prices the ratio is larger by Σ(N_i − V_i)/W. Source: design, domain.md section 3;
 * the symmetric form has no interaction term to share out.
 *
 * <p>Points and per cent; null where a base it divides by is 0. The counts say how many enterprises stand behind a part.
 */
public record Scope(
        @Nullable Double publishedRatioPct,
        @Nullable Double entryPp,
        @Nullable Double exitPp,
        @Nullable Double newPlantPp,
        @Nullable Double restatementPp,
        int entries,
        int exits,
        int newPlants,
        int restatements) {

    /** Nothing told. */
    static final Scope WITHHELD = new Scope(null, null, null, null, null, 0, 0, 0, 0);

    static Scope of(Totals totals) {
        double base = totals.base();
        double filed = totals.filed();
        Double newPlantPp = base == 0 ? null : totals.newValue() / base * 100;
        Double ratio = filed == 0 ? null : (totals.value() - filed) / filed * 100;
        boolean both = base != 0 && filed != 0;
        double factor = both ? totals.value() / filed * 100 : 0;
        return new Scope(
                ratio,
                both ? (Double) (totals.entryBase() / base * factor) : null,
                both ? (Double) (totals.exitBase() / base * factor) : null,
                newPlantPp,
                both ? (Double) (totals.restatedBase() / base * factor) : null,
                totals.entries(),
                totals.exits(),
                totals.newPlants(),
                totals.restatements());
    }
}
