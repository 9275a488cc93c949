package org.diaodu.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The made-up province: enterprises, outputs, prices. Immutable; the same seed and size always give the same province.
 */
public final class Province {
    public static final long DEFAULT_SEED = 20220425;
    public static final int DEFAULT_ENTERPRISES = 4000;
    static final int FEWEST = 200;

    private final Draws draws;
    private final List<Division> divisions;
    private final PriceIndices prices;
    private final List<Plant> plants;
    private final Production production;
    private final double[][] yearToDatePrices;

    private Province(
            Draws draws,
            List<Division> divisions,
            PriceIndices prices,
            List<Plant> plants,
            Production production,
            double[][] yearToDatePrices) {
        this.draws = draws;
        this.divisions = divisions;
        this.prices = prices;
        this.plants = plants;
        this.production = production;
        this.yearToDatePrices = yearToDatePrices;
    }

    public static Province of(long seed, int enterprises) {
        if (enterprises < FEWEST) {
            throw new IllegalArgumentException("a sample province needs at least " + FEWEST
                    + " enterprises, so that every division has some; asked for " + enterprises);
        }
        var draws = new Draws(seed);
        List<Division> divisions = Division.all();
        var prices = new PriceIndices(draws, divisions);
        List<Plant> plants = new Roster(draws, divisions, prices, enterprises).draw();
        var calibrator = new Calibrator(draws, divisions, prices, plants);
        Calibration calibration = calibrator.calibrate();
        return new Province(
                draws,
                divisions,
                prices,
                plants,
                new Production(draws, prices, calibration),
                calibrator.yearToDatePrices());
    }

    /** The slip in the first version of a past return, if there was one. */
    public @Nullable Slip slip(Plant plant, int slot) {
        return Slip.in(draws, plant, slot);
    }

    Draws draws() {
        return draws;
    }

    List<Division> divisions() {
        return divisions;
    }

    public List<Plant> plants() {
        return plants;
    }

    PriceIndices prices() {
        return prices;
    }

    /** Producer price index of the year to date, same period last year = 100. */
    double yearToDatePrice(Division division, int slot) {
        return yearToDatePrices[division.index()][slot];
    }

    History history(Plant plant) {
        return new History(plant, production);
    }

    public Books books(Plant plant) {
        return new Books(history(plant), draws, prices);
    }

    /** The enterprises listed in this slot. */
    public List<Plant> inSlot(int slot) {
        return plants.stream().filter(plant -> plant.isListed(slot)).toList();
    }
}
