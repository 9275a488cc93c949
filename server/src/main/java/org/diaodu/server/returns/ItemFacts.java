package org.diaodu.server.returns;

import static org.diaodu.server.returns.Facts.fact;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a return, beside the return before it, last year's, and how the item has run. */
record ItemFacts(ReturnFacts whole, Item item, Figure figure, Figure previous, Figure lastYear, Course course) {

    /** What a rule about one item may ask. */
    static final Facts<ItemFacts> NAMED = new Facts<>(List.of(
            fact("项目", one -> one.item.code()),
            fact("项目名称", one -> one.item.nameZh()),
            fact("项目英文名", one -> one.item.nameEn()),
            fact("单位", one -> one.item.unitZh()),
            fact("单位英文", one -> one.item.unitEn()),
            fact("是流量", one -> one.item.isFlow()),
            fact("必填", one -> one.item.required()),
            fact("可为负", one -> one.item.mayBeNegative()),
            fact("一二月合并", one -> one.whole.isJanFeb()),
            fact("新投产", one -> one.whole.newPlant()),
            fact("已写理由", ItemFacts::hasReason),
            fact("本月", one -> one.figure.month()),
            fact("累计", one -> one.figure.yearToDate()),
            fact("上年同月", one -> one.figure.monthBase()),
            fact("上年累计", one -> one.figure.yearToDateBase()),
            fact("上期累计", one -> one.previous.yearToDate()),
            fact("上期上年累计", one -> one.previous.yearToDateBase()),
            fact("上年已报本月", one -> one.lastYear.month()),
            fact("上年已报累计", one -> one.lastYear.yearToDate()),
            fact("单月数", ItemFacts::perMonth),
            fact("以往中位数", one -> number(one.course.median())),
            fact("历史期数", one -> BigDecimal.valueOf(one.course.periods())),
            fact("变动期数", one -> BigDecimal.valueOf(one.course.changes())),
            fact("上期单月数", one -> number(one.course.last())),
            fact("对数变动", one -> number(one.course.changeTo(one.perMonth()))),
            fact("变动中位数", one -> number(one.course.usualChange())),
            fact("变动离差", one -> number(one.course.spread()))));

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static ItemFacts of(ReturnFacts whole, Item item) {
        return new ItemFacts(
                whole,
                item,
                whole.figures().of(item.code()),
                whole.previous() == null ? Figure.NONE : whole.previous().of(item.code()),
                whole.lastYear() == null ? Figure.NONE : whole.lastYear().of(item.code()),
                whole.history().course(item.code()));
    }

    /** The month; of January and February together half. */
    private @Nullable BigDecimal perMonth() {
        BigDecimal month = figure.month();
        return month != null && whole.isJanFeb() && item.isFlow() ? month.multiply(HALF) : month;
    }

    private boolean hasReason() {
        String reason = figure.baseReason();
        return reason != null && !reason.isBlank();
    }

    private static @Nullable BigDecimal number(double value) {
        return Double.isNaN(value) ? null : BigDecimal.valueOf(value);
    }
}
