package org.diaodu.sample;

import java.io.IOException;
import java.io.Writer;

/** One enterprise in the return files. */
final class ReturnLine {
    private final Plant plant;
    private final History history;
    private final String before;
    private final String after;

    ReturnLine(History history) {
        this.history = history;
        this.plant = history.plant();
        this.before = plant.creditCode() + "," + plant.name() + "," + plant.county() + "," + plant.industry() + ",";
        this.after = "," + plant.size() + "," + plant.ownership() + "," + plant.park() + "," + plant.chain() + ","
                + plant.key() + "\n";
    }

    /** Writes the line if the enterprise is in the period: listed, or left this year with figures filed last year. */
    void write(Writer out, int slot, boolean yearToDate, String period) throws IOException {
        boolean leaving = plant.isLeaving(slot);
        if (!leaving && !plant.isListed(slot)) {
            return;
        }
        out.write(before);
        out.write(period);
        out.write(',');
        String status = plant.status(slot);
        if (leaving) {
            out.write(",,");
            out.write(Long.toString(yearToDate ? history.yearToDateBaseFiled(slot) : history.baseFiled(slot)));
        } else {
            out.write(Long.toString(yearToDate ? history.yearToDate(slot) : history.output(slot)));
            out.write(',');
            out.write(Long.toString(yearToDate ? history.yearToDateBase(slot) : history.base(slot)));
            out.write(',');
            if (history.isRestated(slot)) {
                out.write(Long.toString(yearToDate ? history.yearToDateBaseFiled(slot) : history.baseFiled(slot)));
            }
        }
        out.write(',');
        out.write(status);
        out.write(after);
    }
}
