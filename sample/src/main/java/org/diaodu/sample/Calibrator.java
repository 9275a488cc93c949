package org.diaodu.sample;

import java.util.List;
import java.util.Map;

/**
 * Finds the calibration. Growth at comparable prices is linear in what is sought, so each step is one sum over the
 * enterprises: first the level of each reporting period from 2019 to 2021 so that it grows as growth.csv says; then for
 * March 2022 and for the first quarter the factor on the growth of those that grow, so that value added grows by
 * {@link #MARCH_PCT} and {@link #QUARTER_PCT}. The platform is given returns, not these results.
 */
final class Calibrator {
    /** Published for Heilongjiang on 25 April 2022 by the provincial government's press conference. */
    static final double QUARTER_PCT = 8.1;

    static final double MARCH_PCT = 10.3;

    private final Draws draws;
    private final List<Division> divisions;
    private final PriceIndices prices;
    private final List<Plant> plants;
    private final double[][] yearToDatePrices;

    Calibrator(Draws draws, List<Division> divisions, PriceIndices prices, List<Plant> plants) {
        this.draws = draws;
        this.divisions = divisions;
        this.prices = prices;
        this.plants = plants;
        this.yearToDatePrices = new double[divisions.size()][Slots.COUNT];
    }

    double[][] yearToDatePrices() {
        return yearToDatePrices;
    }

    Calibration calibrate() {
        Calibration past = past();
        indexYearsToDate(past);
        return new Calibration(past.level(), rises(past));
    }

    private Calibration past() {
        var value = new double[Slots.JAN_FEB_2022];
        var base = new double[Slots.JAN_FEB_2022];
        var raw = new Production(draws, prices, Calibration.none());
        for (Plant plant : plants) {
            var history = new History(plant, raw);
            double rate = plant.division().valueAddedRate();
            for (int slot = Slots.FIRST_FILED; slot < Slots.JAN_FEB_2022; slot++) {
                if (plant.isListed(slot)) {
                    value[slot] += rate * history.output(slot) * 100 / prices.index(plant.division(), slot);
                    base[slot] += rate * history.base(slot);
                }
            }
        }
        Map<String, double[]> wanted = Table.series("growth.csv");
        Calibration past = Calibration.none();
        for (int slot = Slots.FIRST_FILED; slot < Slots.JAN_FEB_2022; slot++) {
            double[] year = wanted.getOrDefault(String.valueOf(Slots.year(slot)), new double[Slots.PER_YEAR]);
            double growth = year[Slots.inYear(slot)] / 100;
            past.level()[slot] = (1 + growth) * past.level()[slot - Slots.PER_YEAR] * base[slot] / value[slot];
        }
        return past;
    }

    /** The index of a year to date: output at current prices over output at last year's, to one decimal. */
    private void indexYearsToDate(Calibration calibration) {
        var current = new double[divisions.size()][Slots.COUNT];
        var comparable = new double[divisions.size()][Slots.COUNT];
        var production = new Production(draws, prices, calibration);
        for (Plant plant : plants) {
            long[] outputs = production.outputs(plant);
            int d = plant.division().index();
            for (int slot = Slots.FIRST_FILED; slot < Slots.COUNT; slot++) {
                if (plant.isListed(slot)) {
                    current[d][slot] += outputs[slot];
                    comparable[d][slot] += outputs[slot] * 100 / prices.index(plant.division(), slot);
                }
            }
        }
        for (int d = 0; d < divisions.size(); d++) {
            for (int slot = Slots.FIRST_FILED; slot < Slots.COUNT; slot++) {
                double sum = 0;
                double real = 0;
                for (int s = Slots.firstOfYear(slot); s <= slot; s++) {
                    sum += current[d][s];
                    real += comparable[d][s];
                }
                yearToDatePrices[d][slot] = real == 0 ? 100 : Math.round(sum / real * 1000) / 10.0;
            }
        }
    }

    private double[] rises(Calibration past) {
        var march = new Sums();
        var quarter = new Sums();
        var production = new Production(draws, prices, past);
        for (Plant plant : plants) {
            if (plant.isListed(Slots.MARCH_2022)) {
                var history = new History(plant, production);
                march.add(
                        plant,
                        history,
                        Slots.MARCH_2022,
                        1,
                        production,
                        prices.index(plant.division(), Slots.MARCH_2022));
            }
        }
        double marchRise = march.rise(MARCH_PCT);
        var known = new Production(draws, prices, new Calibration(past.level(), new double[] {1, marchRise}));
        for (Plant plant : plants) {
            if (plant.isListed(Slots.MARCH_2022)) {
                var history = new History(plant, known);
                double price = yearToDatePrices[plant.division().index()][Slots.MARCH_2022];
                quarter.add(plant, history, Slots.JAN_FEB_2022, 1, known, price);
                long rest = history.yearToDate(Slots.MARCH_2022) - history.output(Slots.JAN_FEB_2022);
                long restBase = history.yearToDateBase(Slots.MARCH_2022) - history.base(Slots.JAN_FEB_2022);
                quarter.addFixed(plant.division().valueAddedRate(), rest * 100 / price, restBase);
            }
        }
        return new double[] {quarter.rise(QUARTER_PCT), marchRise};
    }

    /** Value added = fixed + rising × factor, against the base. */
    private final class Sums {
        private double base;
        private double fixed;
        private double rising;

        void add(Plant plant, History history, int slot, double share, Production production, double price) {
            double rate = plant.division().valueAddedRate() * share;
            long lastYear = history.base(slot);
            double growth = lastYear > 0 ? production.growth(plant, slot) : 0;
            if (growth > 0) {
                double atIndex = prices.index(plant.division(), slot) / price;
                rising += rate * lastYear * growth * atIndex;
                addFixed(rate, lastYear * atIndex, lastYear);
            } else {
                addFixed(rate, history.output(slot) * 100 / price, lastYear);
            }
        }

        void addFixed(double rate, double value, double lastYear) {
            fixed += rate * value;
            base += rate * lastYear;
        }

        double rise(double growthPct) {
            return ((1 + growthPct / 100) * base - fixed) / rising;
        }
    }
}
