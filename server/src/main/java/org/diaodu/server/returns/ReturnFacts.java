package org.diaodu.server.returns;

import static org.diaodu.server.returns.Facts.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.returns.Facts.Fact;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Everything a check may look at: the return itself, the previous return of the same year, what was filed for the same
 * period last year, and the enterprise's own history.
 */
record ReturnFacts(
        Period period,
        Figures figures,
        @Nullable Figures previous,
        @Nullable Figures lastYear,
        History history,
        boolean newPlant) {

    /** What a rule about a whole return may ask. */
    static final Facts<ReturnFacts> NAMED = new Facts<>(named());

    private static List<Fact<ReturnFacts>> named() {
        List<Fact<ReturnFacts>> facts = new ArrayList<>();
        addFlow(facts, "产值", "gross_output");
        addFlow(facts, "销售", "sales_output");
        addFlow(facts, "出口", "export_value");
        addFlow(facts, "收入", "revenue");
        addFlow(facts, "成本", "cost");
        addFlow(facts, "利润", "profit");
        addFlow(facts, "税金", "tax");
        addFlow(facts, "订单", "orders");
        addFlow(facts, "用电", "electricity");
        facts.add(fact("应收账款", one -> one.figures.of("receivables").month()));
        facts.add(fact("存货", one -> one.figures.of("inventory").month()));
        facts.add(fact(
                "上期存货",
                one -> one.previous == null
                        ? null
                        : one.previous.of("inventory").month()));
        facts.add(fact("用工人数", one -> one.figures.of("staff").month()));
        facts.add(fact("月数", one -> BigDecimal.valueOf(one.period.last().getMonthValue())));
        facts.add(fact("一二月合并", ReturnFacts::isJanFeb));
        facts.add(fact("新投产", ReturnFacts::newPlant));
        return facts;
    }

    private static void addFlow(List<Fact<ReturnFacts>> facts, String name, String item) {
        facts.add(fact(name + "本月", one -> one.figures.of(item).month()));
        facts.add(fact(name + "累计", one -> one.figures.of(item).yearToDate()));
        facts.add(fact(name + "上年同月", one -> one.figures.of(item).monthBase()));
        facts.add(fact(name + "上年累计", one -> one.figures.of(item).yearToDateBase()));
    }

    boolean isJanFeb() {
        return period.kind() == Period.Kind.JAN_FEB;
    }
}
