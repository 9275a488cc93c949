package org.diaodu.sample;

import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;

/**
 * An enterprise of the sample. {@code annual} is its output of 2018 in 千元; {@code started} the slot in which a new
 * plant began, or {@link #ALWAYS}; it is on the designated-size list from slot {@code listed} until before
 * {@code delisted}. {@code aimPct} is the real growth a named large enterprise is given for 2022, NaN for the others.
 */
public record Plant(
        int index,
        String creditCode,
        String name,
        String county,
        City city,
        String industry,
        Division division,
        Ownership ownership,
        SizeClass size,
        String park,
        String chain,
        boolean key,
        double annual,
        int staff,
        int started,
        int listed,
        int delisted,
        double aimPct,
        boolean falling) {

    public static final int ALWAYS = -1;
    public static final int NEVER = Integer.MAX_VALUE;

    public boolean isListed(int slot) {
        return slot >= listed && slot < delisted;
    }

    /** In the year in which it left the list only last year's filed figures speak of it. */
    boolean isLeaving(int slot) {
        return slot >= delisted && slot < delisted + Slots.PER_YEAR;
    }

    public boolean isNewPlant(int slot) {
        return started != ALWAYS && slot < started + Slots.PER_YEAR;
    }

    /** Newly on the list, but at work a year ago already. */
    boolean isEntering(int slot) {
        return started == ALWAYS && listed >= Slots.FIRST_FILED && slot < listed + Slots.PER_YEAR;
    }

    boolean isNamed() {
        return !Double.isNaN(aimPct);
    }

    /** As in the return files: continuing, new_plant, entry or exit. */
    String status(int slot) {
        if (isLeaving(slot)) {
            return "exit";
        }
        return isNewPlant(slot) ? "new_plant" : isEntering(slot) ? "entry" : "continuing";
    }
}
