package org.diaodu.sample;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.standards.Period;

/** The value-added rate and the producer price index (same period last year = 100) of a division in a period. */
public record GrowthSetting(String industry, Period period, double valueAddedRate, double priceIndex) {

    /** For each month and each year-to-date of these slots. */
    public static List<GrowthSetting> all(Province province, List<Integer> slots) {
        var settings = new ArrayList<GrowthSetting>();
        for (int slot : slots) {
            for (Division division : province.divisions()) {
                double rate = division.valueAddedRate();
                double index = province.prices().index(division, slot);
                settings.add(new GrowthSetting(division.code(), Slots.month(slot), rate, index));
                if (Slots.inYear(slot) > 0) {
                    double toDate = province.yearToDatePrice(division, slot);
                    settings.add(new GrowthSetting(division.code(), Slots.yearToDate(slot), rate, toDate));
                }
            }
        }
        return settings;
    }
}
