package org.diaodu.server.supply.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.supply.Facts;
import org.diaodu.server.supply.Letter;
import org.diaodu.server.supply.Provinces;
import org.diaodu.server.supply.Report;
import org.diaodu.server.supply.ReportState;
import org.diaodu.server.supply.Term;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;

/** Reports and letters as sheets; nobody's name or phone is in them. */
final class SupplySheets {

    private SupplySheets() {}

    static void reports(SheetWriter out, PageContext page, Instant now, Consumer<Consumer<Report>> source)
            throws IOException {
        out.sheet(
                "缺料和物流受阻",
                List.of(
                        OutColumn.text("编号"),
                        OutColumn.text("统一社会信用代码").wide(22),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("事项"),
                        OutColumn.text("缺什么").wide(28),
                        OutColumn.number("数量", "#,##0.###"),
                        OutColumn.text("单位"),
                        OutColumn.text("供应方").wide(30),
                        OutColumn.text("对方省份").wide(16),
                        OutColumn.text("地点").wide(20),
                        OutColumn.date("起始日期"),
                        OutColumn.number("还能支撑（天）", "0"),
                        OutColumn.number("受影响产值（万元）", "#,##0.##"),
                        OutColumn.text("状态"),
                        OutColumn.text("结果"),
                        OutColumn.text("上报时间").wide(18),
                        OutColumn.text("等待环节").wide(16),
                        OutColumn.text("到期").wide(18),
                        OutColumn.text("是否超期")));
        source.accept(report -> row(out, page, now, report));
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, PageContext page, Instant now, Report report) {
        Facts facts = report.facts();
        Term term = report.state().term();
        try {
            out.row(
                    report.number(),
                    report.subject().creditCode(),
                    report.subject().name(),
                    Regional.name(report.region()),
                    facts.trouble().zh(),
                    facts.item(),
                    facts.amount(),
                    facts.unit(),
                    facts.supplier(),
                    Provinces.name(facts.province()).orElse(facts.province()),
                    facts.place(),
                    facts.since(),
                    facts.stockDays(),
                    facts.outputAtRisk(),
                    page.text("supply.state." + report.state().name()),
                    report.state() instanceof ReportState.Settled(var result) ? result.zh() : "",
                    page.time(report.reportedAt()),
                    term == null ? "" : term.zh(),
                    report.due() == null ? "" : page.time(report.due()),
                    report.isOverdue(now) ? "超期" : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void letters(SheetWriter out, PageContext page, Consumer<Consumer<Letter>> source) throws IOException {
        out.sheet(
                "协调函",
                List.of(
                        OutColumn.text("方向"),
                        OutColumn.text("文号").wide(28),
                        OutColumn.date("日期"),
                        OutColumn.text("对方省份").wide(16),
                        OutColumn.text("对方单位").wide(30),
                        OutColumn.text("标题").wide(50),
                        OutColumn.text("状态"),
                        OutColumn.date("请于此前函复"),
                        OutColumn.text("上报编号"),
                        OutColumn.date("复函日期"),
                        OutColumn.text("复函内容").wide(50)));
        source.accept(letter -> row(out, page, letter));
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, PageContext page, Letter letter) {
        try {
            out.row(
                    page.text("supply.direction." + letter.direction().name()),
                    letter.number(),
                    letter.dated(),
                    letter.provinceName(),
                    letter.office(),
                    letter.subject(),
                    page.text("supply.letter.state." + letter.state().name()),
                    letter.replyBy(),
                    letter.report() == null ? "" : letter.report(),
                    letter.repliedOn(),
                    letter.reply());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
