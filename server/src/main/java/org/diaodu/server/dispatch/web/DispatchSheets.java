package org.diaodu.server.dispatch.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.dispatch.CaseLine;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;

/** The lists of dispatch as sheets. */
final class DispatchSheets {

    private DispatchSheets() {}

    static void falling(SheetWriter out, PageContext page, List<FallingRow> rows) throws IOException {
        out.sheet(
                "亮灯企业",
                List.of(
                        OutColumn.text("统一社会信用代码").wide(22),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("行业").wide(24),
                        OutColumn.text("灯"),
                        OutColumn.text("原因").wide(36),
                        OutColumn.text("当月产值（千元）"),
                        OutColumn.text("上年同期（千元）"),
                        OutColumn.text("增速（%）"),
                        OutColumn.text("拉动（百分点）"),
                        OutColumn.text("可挽回（百分点）"),
                        OutColumn.text("调度单")));
        for (FallingRow row : rows) {
            Falling one = row.falling();
            out.row(
                    one.creditCode(),
                    one.name(),
                    Regional.name(one.region()),
                    Regional.industry(one.industry()),
                    one.light().light(),
                    String.join("；", one.light().reasons()),
                    one.light().outputText(),
                    one.base() == null ? "" : one.base().stripTrailingZeros().toPlainString(),
                    page.numbers().rate(one.growthPct()),
                    page.numbers().signed(one.contributionPp(), 4),
                    page.numbers().decimal(one.recoverablePp(), 4),
                    row.number() == null ? "" : row.number());
        }
        SheetDownload.notes(out, page);
    }

    static void cases(SheetWriter out, PageContext page, Consumer<Consumer<CaseLine>> source) throws IOException {
        out.sheet(
                "调度单",
                List.of(
                        OutColumn.text("编号"),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("行业").wide(24),
                        OutColumn.text("时期"),
                        OutColumn.text("灯"),
                        OutColumn.text("拉动（百分点）"),
                        OutColumn.text("可挽回（百分点）"),
                        OutColumn.text("牵头单位").wide(24),
                        OutColumn.text("层级"),
                        OutColumn.text("状态").wide(16),
                        OutColumn.text("状态起始").wide(18),
                        OutColumn.text("措施"),
                        OutColumn.text("完成"),
                        OutColumn.text("超期"),
                        OutColumn.text("最近到期")));
        source.accept(line -> row(out, page, line));
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, PageContext page, CaseLine line) {
        try {
            out.row(
                    line.number(),
                    line.name(),
                    Regional.name(line.region()),
                    Regional.industry(line.industry()),
                    line.period().iso(),
                    line.light(),
                    page.numbers().signed(line.contributionPp(), 4),
                    page.numbers().decimal(line.recoverablePp(), 4),
                    line.leadName(),
                    line.level().zh(),
                    page.text("dispatch.state." + line.state()),
                    page.time(line.since()),
                    "" + line.measures(),
                    "" + line.done(),
                    "" + line.late(),
                    line.nextDue() == null ? "" : line.nextDue().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
