package org.diaodu.sample;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mistake in the first version of a past return that a second version put right. */
public enum Slip {
    /** Filed in 元/10 where 千元 was asked: ten thousand times too much. */
    TEN_THOUSANDFOLD("产值类指标单位误填，放大了一万倍，已按千元更正"),
    /** Filed in 元: a thousand times too much. */
    THOUSANDFOLD("金额误按元填报，已按千元更正"),
    /** The year-to-date was not carried on. */
    YEAR_TO_DATE("累计数漏加上月，已更正"),
    /** The month's output is far off its history. */
    JUMP("本月产值误将下月计划数填入，已更正");

    private static final double SHARE = 0.0022;

    private final String correction;

    Slip(String correction) {
        this.correction = correction;
    }

    /** Why the second version was filed. */
    public String correction() {
        return correction;
    }

    /** The slip in this return, if there is one; the business month itself is clean. */
    static @Nullable Slip in(Draws draws, Plant plant, int slot) {
        if (slot >= Slots.MARCH_2022 || !draws.happens(Trait.FAULT, plant.index(), slot, SHARE)) {
            return null;
        }
        Slip slip = values()[(int) (draws.uniform(Trait.FAULT, plant.index(), -slot) * values().length)];
        boolean ownYearToDate = Slots.inYear(slot) > 0;
        return slip == YEAR_TO_DATE && !ownYearToDate ? THOUSANDFOLD : slip;
    }

    /** The entries of the first version. */
    public Map<FormItem, Entry> spoil(Map<FormItem, Entry> right) {
        var spoilt = new EnumMap<>(right);
        switch (this) {
            case TEN_THOUSANDFOLD -> {
                scale(spoilt, FormItem.GROSS_OUTPUT, 10_000);
                scale(spoilt, FormItem.SALES_OUTPUT, 10_000);
            }
            case THOUSANDFOLD -> {
                for (FormItem item : FormItem.values()) {
                    if (item.compareTo(FormItem.ELECTRICITY) < 0) {
                        scale(spoilt, item, 1000);
                    }
                }
            }
            case YEAR_TO_DATE ->
                spoilt.computeIfPresent(FormItem.GROSS_OUTPUT, (_, entry) -> entry.withYearToDate(entry.month()));
            case JUMP ->
                spoilt.computeIfPresent(
                        FormItem.GROSS_OUTPUT,
                        (_, entry) -> new Entry(
                                entry.month() * 4,
                                entry.yearToDate() + entry.month() * 3,
                                entry.monthBase(),
                                entry.yearToDateBase()));
        }
        return spoilt;
    }

    private static void scale(Map<FormItem, Entry> entries, FormItem item, double factor) {
        entries.computeIfPresent(item, (_, entry) -> entry.times(factor));
    }
}
