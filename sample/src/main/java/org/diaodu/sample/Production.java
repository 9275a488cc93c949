package org.diaodu.sample;

/**
 * The monthly gross output of each enterprise in 千元 at current prices. Up to 2021 a level: size, trend, season, Spring
 * Festival, the epidemic of 2020, chance, stoppages, prices; in 2022 last year's restated figure times a drawn real
 * growth and the price index. Pure: the same enterprise always has the same figures. Safe for any number of threads.
 */
final class Production {
    private final Draws draws;
    private final PriceIndices prices;
    private final Calibration calibration;

    Production(Draws draws, PriceIndices prices, Calibration calibration) {
        this.draws = draws;
        this.prices = prices;
        this.calibration = calibration;
    }

    /** One figure for each slot, those before the enterprise began being 0. */
    long[] outputs(Plant plant) {
        var outputs = new long[Slots.COUNT];
        double walk = 0;
        for (int slot = Math.max(0, plant.started()); slot < Slots.JAN_FEB_2022; slot++) {
            if (Slots.inYear(slot) == 0) {
                walk += draws.normal(Trait.WALK, plant.index(), Slots.year(slot)) * (plant.key() ? 0.05 : 0.08);
            }
            outputs[slot] = Math.round(level(plant, slot, walk));
        }
        for (int slot = Slots.JAN_FEB_2022; slot < Slots.COUNT; slot++) {
            long base = base(plant, outputs, slot);
            if (base > 0) {
                double growth = growth(plant, slot);
                double calibrated = growth > 0 ? growth * calibration.riseAt(slot) : growth;
                outputs[slot] = Math.round(base * (1 + calibrated) * prices.index(plant.division(), slot) / 100);
            } else if (slot >= plant.started()) {
                outputs[slot] = Math.round(level(plant, slot, walk));
            }
        }
        return outputs;
    }

    /** Last year's figure as restated this year; 0 in the first slots of a new plant. */
    long base(Plant plant, long[] outputs, int slot) {
        return Math.round(outputs[slot - Slots.PER_YEAR] * restatement(plant, slot));
    }

    /** 1, or what this year's returns multiply last year's filed figures by. */
    double restatement(Plant plant, int slot) {
        int year = Slots.year(slot);
        boolean filedLastYear = plant.listed() <= Slots.firstOfYear(slot) - Slots.PER_YEAR;
        if (!filedLastYear || year == 2019 || !draws.happens(Trait.RESTATED, plant.index(), year, 0.02)) {
            return 1;
        }
        double factor = 1 + 0.06 * draws.normal(Trait.RESTATED, plant.index(), -year);
        return Math.round(factor * 1000) / 1000.0;
    }

    /** What a return adds to the year-to-date beyond the month, because earlier months of the year were revised. */
    long revision(Plant plant, long[] outputs, int slot) {
        boolean revised = Slots.inYear(slot) > 0
                && !(plant.key() && Slots.year(slot) >= 2021)
                && draws.happens(Trait.REVISED, plant.index(), slot, 0.006);
        return revised ? Math.round(outputs[slot] * 0.05 * draws.normal(Trait.REVISED, plant.index(), -slot)) : 0;
    }

    private double level(Plant plant, int slot, double walk) {
        Division division = plant.division();
        double years = (slot - 2 * Slots.PER_YEAR) / (double) Slots.PER_YEAR;
        double trend = Math.max(0.2, 1 + 0.03 * draws.normal(Trait.DRIFT, plant.index(), 0) * years + walk);
        double noise = 1 + (plant.key() ? 0.035 : 0.08) * draws.normal(Trait.NOISE, plant.index(), slot);
        return plant.annual()
                / 12
                * trend
                * season(plant, slot)
                * Epidemic.remaining(division, plant.city(), slot)
                * noise
                * running(plant, slot)
                * calibration.levelAt(slot)
                * prices.level(division, slot);
    }

    private double season(Plant plant, int slot) {
        double strength = 0.7 + 0.5 * draws.uniform(Trait.SEASON, plant.index(), 0);
        double flat = Slots.inYear(slot) == 0 ? 1.85 : 1;
        double own = plant.division().season().get(Slots.inYear(slot));
        return (flat + (own - flat) * strength) * SpringFestivalSlack.remaining(slot, plant.division());
    }

    /** 0 while it stands still, less than 1 while a new plant starts up. */
    private double running(Plant plant, int slot) {
        if (plant.started() != Plant.ALWAYS && slot < plant.started() + 4) {
            return 0.3 + 0.2 * (slot - plant.started());
        }
        int year = Slots.year(slot);
        if (plant.key() || !draws.happens(Trait.STOP, plant.index(), year, 0.02)) {
            return 1;
        }
        int from = (int) (draws.uniform(Trait.STOP, plant.index(), -year) * 9) + 1;
        return Slots.inYear(slot) >= from && Slots.inYear(slot) < from + 2 ? 0 : 1;
    }

    /** Real growth over the restated base, 2022 only. */
    double growth(Plant plant, int slot) {
        double own = draws.normal(Trait.CURRENT, plant.index(), 0);
        double chance = draws.normal(Trait.CURRENT, plant.index(), slot);
        if (plant.falling()) {
            double fall = plant.isNamed() ? -plant.aimPct() / 100 : 0.012 + 0.34 * Math.pow(Math.abs(own) / 3.47, 1.2);
            return (1 - fall * (1 + 0.15 * chance / 3.47)) * 100 / prices.index(plant.division(), slot) - 1;
        }
        if (plant.isNamed()) {
            return plant.aimPct() / 100 * (1 + 0.1 * chance);
        }
        double aim = (plant.division().growthPct() + plant.city().growthPct()) / 100;
        if (plant.key()) {
            double growth = aim + 0.09 + 0.09 * own;
            return (growth < 0.01 ? 0.01 + 0.02 * Math.abs(own) : growth) * (1 + 0.08 * chance);
        }
        return Math.max(-0.95, aim + 0.02 + 0.16 * own + 0.06 * chance);
    }
}
