package org.diaodu.sample;

import java.util.EnumMap;
import java.util.Map;

/** All items of one enterprise over all slots, worked out from its output: sales, costs, electricity, staff, stocks. */
public final class Books {
    private final Plant plant;
    private final History history;
    private final Draws draws;
    private final PriceIndices prices;
    private final Map<FormItem, double[]> months = new EnumMap<>(FormItem.class);
    private final double exportShare;
    private final double margin;
    private final double fees;

    Books(History history, Draws draws, PriceIndices prices) {
        this.history = history;
        this.plant = history.plant();
        this.draws = draws;
        this.prices = prices;
        Division division = plant.division();
        boolean exports = draws.happens(Trait.ITEM, plant.index(), -1, Math.min(0.8, division.exportShare() * 4));
        exportShare = exports
                ? Math.min(0.9, division.exportShare() * (0.5 + 2 * draws.uniform(Trait.ITEM, plant.index(), -2)))
                : 0;
        margin = division.margin() + 0.04 * draws.normal(Trait.ITEM, plant.index(), -3);
        fees = 0.03 + 0.05 * draws.uniform(Trait.ITEM, plant.index(), -4);
        for (FormItem item : FormItem.values()) {
            months.put(item, new double[Slots.COUNT]);
        }
        for (int slot = Math.max(0, plant.started()); slot < Slots.COUNT; slot++) {
            fill(slot);
        }
    }

    public Plant plant() {
        return plant;
    }

    public History history() {
        return history;
    }

    private void fill(int slot) {
        double output = history.output(slot);
        Division division = plant.division();
        double sales = Math.round(output * (0.965 + 0.015 * chance(FormItem.SALES_OUTPUT, slot)));
        double revenue = Math.round(sales * (1.015 + 0.012 * chance(FormItem.REVENUE, slot)));
        double profit = Math.round(revenue * marginIn(slot));
        double cost = Math.max(0, Math.round(revenue * (1 - fees) - profit));
        put(FormItem.GROSS_OUTPUT, slot, output);
        put(FormItem.SALES_OUTPUT, slot, sales);
        put(FormItem.EXPORT_VALUE, slot, Math.floor(sales * exportShare));
        put(FormItem.REVENUE, slot, revenue);
        put(FormItem.COST, slot, cost);
        put(FormItem.PROFIT, slot, profit);
        put(FormItem.TAX, slot, Math.round(revenue * division.taxRate() * (1 + 0.05 * chance(FormItem.TAX, slot))));
        double wanted = (division.isEquipment() ? 1.18 : 1.0) + 0.06 * chance(FormItem.ORDERS, slot);
        put(FormItem.ORDERS, slot, Math.round(output * wanted));
        put(FormItem.ELECTRICITY, slot, electricity(slot, output));
        double perMonth = revenue / (Slots.inYear(slot) == 0 ? 2 : 1);
        double days = (division.isEquipment() ? 95 : 42) * (0.7 + 0.6 * draws.uniform(Trait.ITEM, plant.index(), -5));
        put(FormItem.RECEIVABLES, slot, stock(slot, FormItem.RECEIVABLES, perMonth, days));
        double stockDays =
                (division.isEquipment() ? 48 : 24) * (0.7 + 0.6 * draws.uniform(Trait.ITEM, plant.index(), -6));
        put(
                FormItem.INVENTORY,
                slot,
                stock(slot, FormItem.INVENTORY, cost / (Slots.inYear(slot) == 0 ? 2 : 1), stockDays));
        double years = slot / (double) Slots.PER_YEAR - 2;
        double drift = 1 - 0.012 * years + 0.012 * chance(FormItem.STAFF, slot);
        put(FormItem.STAFF, slot, Math.max(5, Math.round(plant.staff() * drift)));
    }

    /** Electricity follows what is made, not what it sells for. */
    private double electricity(int slot, double output) {
        double volume = output / prices.level(plant.division(), slot);
        double own = 0.6 + 0.8 * draws.uniform(Trait.ITEM, plant.index(), -7);
        double kwh = volume * plant.division().kwh() * own * (1 + 0.03 * chance(FormItem.ELECTRICITY, slot));
        return Math.round(kwh / 10_000 * 10) / 10.0;
    }

    private double stock(int slot, FormItem item, double perMonth, double days) {
        double typical = plant.annual() / 12 * prices.level(plant.division(), slot);
        double smooth = 0.6 * typical + 0.4 * perMonth;
        return Math.round(smooth / 30 * days * (1 + 0.04 * chance(item, slot)));
    }

    private double marginIn(int slot) {
        double dearer = prices.index(plant.division(), slot) / 100 - 1;
        boolean mines = plant.division().code().compareTo("12") < 0;
        double byPrice = mines ? 0.25 * dearer : -0.06 * dearer;
        double epidemic = Slots.year(slot) == 2020 && Slots.inYear(slot) < 3
                ? -0.03 * plant.division().covid()
                : 0;
        double sum = margin + byPrice + epidemic + 0.01 * chance(FormItem.PROFIT, slot);
        return Math.clamp(sum, -0.25, 0.42);
    }

    private double chance(FormItem item, int slot) {
        return draws.normal(Trait.ITEM, plant.index(), slot * 100L + item.ordinal());
    }

    private void put(FormItem item, int slot, double value) {
        values(item)[slot] = value;
    }

    private double[] values(FormItem item) {
        return months.getOrDefault(item, new double[0]);
    }

    /** The right entry of the return for this slot. */
    public Entry entry(FormItem item, int slot) {
        double[] values = values(item);
        if (item.isStock()) {
            return new Entry(values[slot], Double.NaN, base(item, slot), Double.NaN);
        }
        double yearToDate = 0;
        double yearToDateBase = 0;
        for (int s = Slots.firstOfYear(slot); s <= slot; s++) {
            yearToDate += values[s] + revision(item, s);
            yearToDateBase += base(item, s) + restated(item, revision(item, s - Slots.PER_YEAR), s);
        }
        return new Entry(values[slot], tenths(yearToDate), base(item, slot), tenths(yearToDateBase));
    }

    private double base(FormItem item, int slot) {
        return restated(item, values(item)[slot - Slots.PER_YEAR], slot);
    }

    private double restated(FormItem item, double filed, int slot) {
        double restated = item == FormItem.STAFF ? filed : filed * history.restatement(slot);
        return item == FormItem.ELECTRICITY ? tenths(restated) : Math.round(restated);
    }

    /** Earlier months are revised alike in all flows but electricity, which is metered. */
    private double revision(FormItem item, int slot) {
        if (history.revision(slot) == 0 || item == FormItem.ELECTRICITY) {
            return 0;
        }
        double share = history.revision(slot) / (double) Math.max(1, history.output(slot));
        return item == FormItem.GROSS_OUTPUT ? history.revision(slot) : Math.round(values(item)[slot] * share);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
