package org.diaodu.server.dispatch.web;

import java.math.BigDecimal;
import org.diaodu.server.dispatch.CaseLine;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.jspecify.annotations.Nullable;

/** The lists of dispatch as sheets. */
final class DispatchSheets {

    private DispatchSheets() {}

    static Sheet<FallingRow> falling(PageContext page) {
        return new Sheet<FallingRow>("亮灯企业")
                .text("统一社会信用代码", 22, row -> row.falling().creditCode())
                .text("企业名称", 36, row -> row.falling().name())
                .text("地区", 20, row -> Regional.name(row.falling().region()))
                .text("行业", 24, row -> Regional.industry(row.falling().industry()))
                .text("灯", row -> row.falling().light().light())
                .text("原因", 36, row -> String.join("；", row.falling().light().reasons()))
                .text("当月产值（千元）", row -> row.falling().light().outputText())
                .text("上年同期（千元）", row -> plain(row.falling().base()))
                .text("增速（%）", row -> page.numbers().rate(row.falling().growthPct()))
                .text("拉动（百分点）", row -> page.numbers().signed(row.falling().contributionPp(), 4))
                .text("可挽回（百分点）", row -> page.numbers().decimal(row.falling().recoverablePp(), 4))
                .text("调度单", FallingRow::number);
    }

    static Sheet<CaseLine> cases(PageContext page) {
        return new Sheet<CaseLine>("调度单")
                .text("编号", CaseLine::number)
                .text("企业名称", 36, CaseLine::name)
                .text("地区", 20, line -> Regional.name(line.region()))
                .text("行业", 24, line -> Regional.industry(line.industry()))
                .text("时期", line -> line.period().iso())
                .text("灯", CaseLine::light)
                .text("拉动（百分点）", line -> page.numbers().signed(line.contributionPp(), 4))
                .text("可挽回（百分点）", line -> page.numbers().decimal(line.recoverablePp(), 4))
                .text("牵头单位", 24, CaseLine::leadName)
                .text("层级", line -> line.level().zh())
                .text("状态", 16, line -> page.text("dispatch.state." + line.state()))
                .text("状态起始", 18, line -> page.time(line.since()))
                .text("措施", CaseLine::measures)
                .text("完成", CaseLine::done)
                .text("超期", CaseLine::late)
                .text("最近到期", CaseLine::nextDue);
    }

    private static String plain(@Nullable BigDecimal base) {
        return base == null ? "" : base.stripTrailingZeros().toPlainString();
    }
}
