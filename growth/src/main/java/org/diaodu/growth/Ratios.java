package org.diaodu.growth;

import org.jspecify.annotations.Nullable;

/**
 * The ratios of the monthly brief, by the bureau's definitions (design: domain.md section 3). Amounts in one unit; null
 * where the denominator is 0.
 */
public final class Ratios {
    private Ratios() {}

    /** 产销率: sales output ÷ gross output, per cent. */
    public static @Nullable Double salesRatioPct(double salesOutput, double grossOutput) {
        return over(salesOutput * 100, grossOutput);
    }

    /** 营业收入利润率: profit ÷ revenue, per cent. */
    public static @Nullable Double profitMarginPct(double profit, double revenue) {
        return over(profit * 100, revenue);
    }

    /** 每百元营业收入中的成本: cost ÷ revenue × 100, yuan. */
    public static @Nullable Double costPerHundredRevenue(double cost, double revenue) {
        return over(cost * 100, revenue);
    }

    /** 应收账款平均回收期: 360 × average receivables ÷ revenue × months ÷ 12, days. */
    public static @Nullable Double receivableDays(double averageReceivables, double revenue, int months) {
        return over(360 * averageReceivables * months / 12, revenue);
    }

    /** 产成品存货周转天数: 360 × average inventory ÷ cost × months ÷ 12, days. */
    public static @Nullable Double inventoryDays(double averageInventory, double cost, int months) {
        return over(360 * averageInventory * months / 12, cost);
    }

    /** 人均营业收入: revenue ÷ staff ÷ months × 12, a year, in the unit of revenue. */
    public static @Nullable Double revenuePerHead(double revenue, double staff, int months) {
        return over(revenue * 12, staff * months);
    }

    /** 亏损面: loss-making enterprises ÷ enterprises in the list, per cent. */
    public static @Nullable Double lossRatePct(int lossMaking, int enterprises) {
        return over(lossMaking * 100.0, enterprises);
    }

    private static @Nullable Double over(double part, double whole) {
        return whole == 0 ? null : (Double) (part / whole);
    }
}
