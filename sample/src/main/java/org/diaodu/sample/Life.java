package org.diaodu.sample;

/** When an enterprise began, came onto the designated-size list and left it; slots, lists change with the year. */
record Life(int started, int listed, int delisted) {

    /** For one that is still listed in March 2022. */
    static Life of(Draws draws, int index, boolean key) {
        for (int year = 1; year <= 4; year++) {
            int january = year * Slots.PER_YEAR;
            if (draws.happens(Trait.LIFE, index, year, key ? 0.002 : 0.012)) {
                int open = year == 4 ? 1 : 9;
                int started = january + (int) (draws.uniform(Trait.LIFE, index, -year) * open);
                return new Life(started, started, Plant.NEVER);
            }
            if (draws.happens(Trait.LIFE, index, 10L + year, key ? 0.008 : 0.045)) {
                return new Life(Plant.ALWAYS, january, Plant.NEVER);
            }
        }
        return new Life(Plant.ALWAYS, 0, Plant.NEVER);
    }

    /** For one that left in January of 2020, 2021 or 2022. */
    static Life left(Draws draws, int index) {
        int year = 2 + (int) (draws.uniform(Trait.LIFE, index, 0) * 3);
        return new Life(Plant.ALWAYS, 0, year * Slots.PER_YEAR);
    }
}
