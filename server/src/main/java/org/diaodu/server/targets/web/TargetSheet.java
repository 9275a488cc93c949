package org.diaodu.server.targets.web;

import java.math.BigDecimal;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.targets.Standing;
import org.diaodu.server.targets.Target;
import org.jspecify.annotations.Nullable;

/** The ledger as a sheet; values are in the unit beside them. */
final class TargetSheet {

    private static final String NUMBER = "#,##0.####";

    private TargetSheet() {}

    static Sheet<Target> of(PageContext page) {
        return new Sheet<Target>("目标台账")
                .number("编号", "0", Target::id)
                .text("类别", target -> page.text("targets.kind." + target.kind().name()))
                .text("指标或事项", 32, Target::indicator)
                .text("地区", 20, target -> Regional.name(target.region()))
                .text("范围", 16, Target::subject)
                .text("责任单位", 20, Target::owner)
                .text("目标", 22, target -> target.aim().text(page.isEnglish()))
                .number("目标值下限", NUMBER, target -> in(target, target.aim().low()))
                .number("目标值上限", NUMBER, target -> in(target, target.aim().high()))
                .text("单位", target -> target.aim().unit().text())
                .date("开始", Target::begins)
                .date("截止", Target::due)
                .text("状态", target -> page.text("targets.state." + target.state().name()))
                .number("最新进度", NUMBER, target -> in(target, value(target)))
                .date("数据日期", target -> target.standing() == null ? null : target.standing().valueDay())
                .number("序时应完成", NUMBER, target -> in(target, expected(target)))
                .number("序时完成率（%）", "0.0", target -> target.standing() == null ? null : target.standing().percent())
                .text("灯", target -> target.standing() == null ? "" : target.standing().light())
                .text("来源文件", 40, Target::document)
                .text("位置", Target::place)
                .text("原文", 60, Target::quote);
    }

    private static @Nullable BigDecimal value(Target target) {
        Standing now = target.standing();
        return now == null ? null : now.value();
    }

    private static @Nullable BigDecimal expected(Target target) {
        Standing now = target.standing();
        return now == null ? null : now.expected();
    }

    private static @Nullable BigDecimal in(Target target, @Nullable BigDecimal value) {
        return value == null ? null : target.aim().unit().of(value);
    }
}
