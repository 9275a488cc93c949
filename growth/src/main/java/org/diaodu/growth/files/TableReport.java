package org.diaodu.growth.files;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.GrowthChange;
import org.diaodu.growth.Scope;
import org.diaodu.growth.WhatIf;
import org.jspecify.annotations.Nullable;

/** The account as text for people: rounded for show, each level sorted by contribution, the total and residual below. */
final class TableReport {
    private static final Comparator<Double> LARGEST_FIRST = Comparator.nullsLast(Comparator.<Double>reverseOrder());

    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private TableReport(Language language) {
        this.language = language;
    }

    static String of(Outcome outcome, Language language) {
        var report = new TableReport(language);
        report.head(outcome.account());
        report.levels(outcome.account());
        if (outcome.change() != null) report.change(outcome.change());
        if (outcome.whatIf() != null) report.whatIf(outcome.whatIf());
        return report.text.toString();
    }

    private void head(GrowthAccount account) {
        line(language.say(account.period().chinese(), account.period().iso()));
        line(language.say("可比价增速 ", "growth at comparable prices ")
                + pct(account.growthPct())
                + language.say("，名义增速 ", ", nominal ")
                + pct(account.nominalPct())
                + language.say("，价格 ", ", prices ")
                + points(account.pricePp()));
        line(language.say("同口径基数 ", "like-for-like base ")
                + Numbers.rounded(account.base(), 2)
                + language.say("，本期 ", ", value ")
                + Numbers.rounded(account.value(), 2)
                + language.say("，企业 ", ", enterprises ")
                + account.enterprises());
        Scope scope = account.scope();
        line(language.say("公布数之比 ", "ratio of published levels ")
                + pct(scope.publishedRatioPct())
                + language.say(" = 增速 ", " = growth ")
                + Numbers.rounded(account.growthPct(), 2)
                + language.say(" + 入库 ", " + entry ")
                + Numbers.rounded(scope.entryPp(), 2)
                + language.say(" + 退库 ", " + exit ")
                + Numbers.rounded(scope.exitPp(), 2)
                + language.say(" + 调整 ", " + restatement ")
                + Numbers.rounded(scope.restatementPp(), 2)
                + language.say("；增速中新建投产 ", "; of growth, new plants ")
                + points(scope.newPlantPp()));
    }

    private void levels(GrowthAccount account) {
        Map<String, List<Group>> levels = account.groups().stream()
                .collect(Collectors.groupingBy(
                        group -> heading(group.dimension(), group.level()), LinkedHashMap::new, Collectors.toList()));
        levels.forEach((heading, groups) -> level(account, heading, groups));
        line("");
        line(language.say("各层残差（绝对值最大）", "residual, the largest of any level ")
                + account.residualPp()
                + language.say(" 个百分点", " points"));
    }

    private void level(GrowthAccount account, String heading, List<Group> groups) {
        var table = new TextTable(
                2,
                language.say("代码", "code"),
                language.say("名称", "name"),
                language.say("企业", "enterprises"),
                language.say("基数", "base"),
                language.say("本期", "value"),
                language.say("增速%", "growth %"),
                language.say("拉动", "contribution"),
                language.say("贡献率%", "share %"),
                language.say("价格", "price"),
                language.say("口径", "scope"));
        groups.stream()
                .sorted(Comparator.comparing(Group::contributionPp, LARGEST_FIRST)
                        .thenComparing(Group::code))
                .forEach(group -> table.row(
                        group.code(),
                        group.suppressed() ? group.name() + language.say("（保密）", " (withheld)") : group.name(),
                        String.valueOf(group.enterprises()),
                        Numbers.rounded(group.base(), 2),
                        Numbers.rounded(group.value(), 2),
                        Numbers.rounded(group.growthPct(), 2),
                        Numbers.rounded(group.contributionPp(), 4),
                        Numbers.rounded(group.shareOfGrowthPct(), 2),
                        Numbers.rounded(group.pricePp(), 4),
                        Numbers.rounded(group.scopePp(), 4)));
        Double ratio = account.scope().publishedRatioPct();
        Double growth = account.growthPct();
        table.row(
                "",
                language.say("合计", "total"),
                String.valueOf(account.enterprises()),
                Numbers.rounded(account.base(), 2),
                Numbers.rounded(account.value(), 2),
                Numbers.rounded(growth, 2),
                Numbers.rounded(growth, 4),
                growth == null || Math.abs(growth) < 1e-10 ? "–" : "100.00",
                Numbers.rounded(account.pricePp(), 4),
                ratio == null || growth == null ? "–" : Numbers.rounded(ratio - growth, 4));
        line("");
        line(heading);
        text.append(table);
    }

    private void change(GrowthChange change) {
        line("");
        line(language.say("增速变化 ", "change in growth ")
                + change.from()
                + " → "
                + change.to()
                + language.say("：", ": ")
                + points(change.changePp())
                + language.say("，残差 ", ", residual ")
                + change.residualPp());
        var table = new TextTable(
                3,
                language.say("分组", "by"),
                language.say("代码", "code"),
                language.say("名称", "name"),
                language.say("拉动前", "before"),
                language.say("拉动后", "after"),
                language.say("变化", "change"),
                language.say("权重影响", "weight effect"),
                language.say("增速影响", "growth effect"));
        change.groups()
                .forEach(group -> table.row(
                        heading(group.dimension(), group.level()),
                        group.code(),
                        group.name(),
                        Numbers.rounded(group.contributionPpBefore(), 4),
                        Numbers.rounded(group.contributionPpAfter(), 4),
                        Numbers.rounded(group.changePp(), 4),
                        Numbers.rounded(group.weightEffectPp(), 4),
                        Numbers.rounded(group.growthEffectPp(), 4)));
        text.append(table);
    }

    private void whatIf(WhatIf whatIf) {
        line("");
        line(language.say("假设后增速 ", "growth on trial figures ")
                + pct(whatIf.after().growthPct())
                + language.say("，变化 ", ", change ")
                + points(whatIf.deltaPp()));
        var table = new TextTable(
                3,
                language.say("分组", "by"),
                language.say("代码", "code"),
                language.say("名称", "name"),
                language.say("拉动前", "before"),
                language.say("拉动后", "after"),
                language.say("变化", "change"));
        whatIf.groups().stream()
                .filter(delta -> !Objects.equals(delta.deltaPp(), 0.0))
                .forEach(delta -> table.row(
                        heading(delta.dimension(), delta.level()),
                        delta.code(),
                        delta.name(),
                        Numbers.rounded(delta.contributionPpBefore(), 4),
                        Numbers.rounded(delta.contributionPpAfter(), 4),
                        Numbers.rounded(delta.deltaPp(), 4)));
        text.append(table);
    }

    private static String heading(String dimension, String level) {
        return dimension.equals(level) ? dimension : dimension + " · " + level;
    }

    private String points(@Nullable Double figure) {
        return Numbers.rounded(figure, 2) + language.say(" 个百分点", " points");
    }

    private static String pct(@Nullable Double figure) {
        return Numbers.rounded(figure, 2) + " %";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
