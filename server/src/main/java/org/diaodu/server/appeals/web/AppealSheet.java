package org.diaodu.server.appeals.web;

import org.diaodu.server.appeals.AppealLine;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.jspecify.annotations.Nullable;

/** The list of appeals as a sheet; nobody's name or phone is in it. */
final class AppealSheet {

    private AppealSheet() {}

    static Sheet<AppealLine> of(PageContext page) {
        return new Sheet<AppealLine>("诉求")
                .text("编号", line -> line.appeal().number())
                .text("企业名称", 36, line -> line.appeal().raiser().name())
                .text("地区", 20, line -> Regional.name(line.appeal().region()))
                .text("事项", line -> line.appeal().subject().zh())
                .text("紧急程度", line -> line.appeal().urgency().zh())
                .text("内容", 60, line -> line.appeal().words())
                .text("提出时间", 18, line -> AppealView.time(line.appeal().raisedAt()))
                .text("代为提出", 24, line -> line.appeal().passedOnBy())
                .text("状态", line -> page.text("appeals.state." + line.appeal().state()))
                .text("轮次", line -> line.appeal().round())
                .text("层级", line -> line.appeal().level().zh())
                .text("承办单位", 24, AppealLine::unitName)
                .text(
                        "最近到期",
                        18,
                        line -> line.appeal().due() == null
                                ? ""
                                : AppealView.time(line.appeal().due()))
                .text(
                        "到期环节",
                        line -> line.appeal().dueTerm() == null
                                ? ""
                                : line.appeal().dueTerm().zh())
                .text("是否超期", line -> line.overdue() ? "超期" : "")
                .text("处置", line -> line.measure() == null ? "" : line.measure().zh())
                .text("评价", line -> satisfied(line.appeal().satisfied()));
    }

    private static String satisfied(@Nullable Boolean satisfied) {
        return satisfied == null ? "" : satisfied ? "满意" : "不满意";
    }
}
