package org.diaodu.server.supply.web;

import java.time.Instant;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.supply.Letter;
import org.diaodu.server.supply.Provinces;
import org.diaodu.server.supply.Report;
import org.diaodu.server.supply.ReportState;
import org.diaodu.server.supply.Term;
import org.jspecify.annotations.Nullable;

/** Reports and letters as sheets; nobody's name or phone is in them. */
final class SupplySheets {

    private SupplySheets() {}

    static Sheet<Report> reports(PageContext page, Instant now) {
        return new Sheet<Report>("缺料和物流受阻")
                .text("编号", Report::number)
                .text("统一社会信用代码", 22, report -> report.subject().creditCode())
                .text("企业名称", 36, report -> report.subject().name())
                .text("地区", 20, report -> Regional.name(report.region()))
                .text("事项", report -> report.facts().trouble().zh())
                .text("缺什么", 28, report -> report.facts().item())
                .number("数量", "#,##0.###", report -> report.facts().amount())
                .text("单位", report -> report.facts().unit())
                .text("供应方", 30, report -> report.facts().supplier())
                .text("对方省份", 16, report -> province(report.facts().province()))
                .text("地点", 20, report -> report.facts().place())
                .date("起始日期", report -> report.facts().since())
                .number("还能支撑（天）", "0", report -> report.facts().stockDays())
                .number("受影响产值（万元）", "#,##0.##", report -> report.facts().outputAtRisk())
                .text("状态", report -> page.text("supply.state." + report.state().name()))
                .text("结果", report -> report.state() instanceof ReportState.Settled(var result) ? result.zh() : "")
                .text("上报时间", 18, report -> page.time(report.reportedAt()))
                .text("等待环节", 16, report -> zh(report.state().term()))
                .text("到期", 18, report -> report.due() == null ? "" : page.time(report.due()))
                .text("是否超期", report -> report.isOverdue(now) ? "超期" : "");
    }

    static Sheet<Letter> letters(PageContext page) {
        return new Sheet<Letter>("协调函")
                .text(
                        "方向",
                        letter -> page.text(
                                "supply.direction." + letter.direction().name()))
                .text("文号", 28, Letter::number)
                .date("日期", Letter::dated)
                .text("对方省份", 16, Letter::provinceName)
                .text("对方单位", 30, Letter::office)
                .text("标题", 50, Letter::subject)
                .text(
                        "状态",
                        letter -> page.text(
                                "supply.letter.state." + letter.state().name()))
                .date("请于此前函复", Letter::replyBy)
                .text("上报编号", Letter::report)
                .date("复函日期", Letter::repliedOn)
                .text("复函内容", 50, Letter::reply);
    }

    private static String province(String code) {
        return Provinces.name(code).orElse(code);
    }

    private static String zh(@Nullable Term term) {
        return term == null ? "" : term.zh();
    }
}
