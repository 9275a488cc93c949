package org.diaodu.server.appeals.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.AppealLine;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;

/** The list of appeals as a sheet; nobody's name or phone is in it. */
final class AppealSheet {

    private AppealSheet() {}

    static void write(SheetWriter out, PageContext page, Consumer<Consumer<AppealLine>> source) throws IOException {
        out.sheet(
                "诉求",
                List.of(
                        OutColumn.text("编号"),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("事项"),
                        OutColumn.text("紧急程度"),
                        OutColumn.text("内容").wide(60),
                        OutColumn.text("提出时间").wide(18),
                        OutColumn.text("代为提出").wide(24),
                        OutColumn.text("状态"),
                        OutColumn.text("轮次"),
                        OutColumn.text("层级"),
                        OutColumn.text("承办单位").wide(24),
                        OutColumn.text("最近到期").wide(18),
                        OutColumn.text("到期环节"),
                        OutColumn.text("是否超期"),
                        OutColumn.text("处置"),
                        OutColumn.text("评价")));
        source.accept(line -> row(out, page, line));
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, PageContext page, AppealLine line) {
        Appeal one = line.appeal();
        try {
            out.row(
                    one.number(),
                    one.raiser().name(),
                    Regional.name(one.region()),
                    one.subject().zh(),
                    one.urgency().zh(),
                    one.words(),
                    AppealView.time(one.raisedAt()),
                    one.passedOnBy(),
                    page.text("appeals.state." + one.state()),
                    "" + one.round(),
                    one.level().zh(),
                    line.unitName(),
                    one.due() == null ? "" : AppealView.time(one.due()),
                    one.dueTerm() == null ? "" : one.dueTerm().zh(),
                    line.overdue() ? "超期" : "",
                    line.measure() == null ? "" : line.measure().zh(),
                    one.satisfied() == null ? "" : one.satisfied() ? "满意" : "不满意");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
