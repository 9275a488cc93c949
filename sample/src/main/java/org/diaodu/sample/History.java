package org.diaodu.sample;

/** The gross output of one enterprise over all slots, with its bases and its years to date, in 千元. */
public final class History {
    private final Plant plant;
    private final long[] outputs;
    private final long[] revisions = new long[Slots.COUNT];
    private final double[] restatements = new double[Slots.COUNT];

    History(Plant plant, Production production) {
        this.plant = plant;
        this.outputs = production.outputs(plant);
        for (int slot = 0; slot < Slots.COUNT; slot++) {
            revisions[slot] = production.revision(plant, outputs, slot);
            restatements[slot] = slot < Slots.FIRST_FILED ? 1 : production.restatement(plant, slot);
        }
    }

    Plant plant() {
        return plant;
    }

    long output(int slot) {
        return outputs[slot];
    }

    /** Beyond the month, what the year-to-date gained because earlier months were revised. */
    public long revision(int slot) {
        return revisions[slot];
    }

    double restatement(int slot) {
        return restatements[slot];
    }

    public boolean isRestated(int slot) {
        return restatements[slot] != 1;
    }

    /** Last year's figure as this year's return states it. */
    long base(int slot) {
        return Math.round(outputs[slot - Slots.PER_YEAR] * restatements[slot]);
    }

    /** Last year's figure as filed then; 0 if the enterprise did not file then. */
    long baseFiled(int slot) {
        int lastYear = slot - Slots.PER_YEAR;
        return lastYear < Slots.FIRST_FILED || plant.isListed(lastYear) ? outputs[lastYear] : 0;
    }

    long yearToDate(int slot) {
        long sum = 0;
        for (int s = Slots.firstOfYear(slot); s <= slot; s++) {
            sum += outputs[s] + revisions[s];
        }
        return sum;
    }

    long yearToDateBase(int slot) {
        long sum = 0;
        for (int s = Slots.firstOfYear(slot); s <= slot; s++) {
            sum += base(s) + Math.round(revisions[s - Slots.PER_YEAR] * restatements[s]);
        }
        return sum;
    }

    long yearToDateBaseFiled(int slot) {
        int lastYear = slot - Slots.PER_YEAR;
        return lastYear < Slots.FIRST_FILED || plant.isListed(lastYear) ? yearToDate(lastYear) : 0;
    }
}
