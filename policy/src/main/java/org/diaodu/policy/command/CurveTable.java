package org.diaodu.policy.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.policy.curve.Curve;
import org.diaodu.policy.curve.Jump;
import org.diaodu.policy.curve.Segment;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;
import org.diaodu.standards.AmountUnit;
import org.jspecify.annotations.Nullable;

/** A curve as lines for people. */
final class CurveTable {

    private static final int FEW = 12;

    private final Curve curve;
    private final String title;
    private final @Nullable BigDecimal own;
    private final Language language;

    CurveTable(Curve curve, String title, @Nullable BigDecimal own, Language language) {
        this.curve = curve;
        this.title = title;
        this.own = own;
        this.language = language;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add(over()
                + (curve.exact()
                        ? ""
                        : language.say("（公式不是分段直线，曲线段为逐点测得）", " (the formula is not made of straight lines: curved stretches are measured)")));
        lines.add("");
        lines.addAll(segments());
        if (!curve.jumps().isEmpty()) {
            lines.add("");
            lines.add(language.say("跳跃：", "Cliffs:"));
            lines.addAll(jumps());
        }
        Segment at = own == null ? null : curve.at(own);
        if (own != null && at != null) {
            lines.add("");
            lines.addAll(here(own, at));
        }
        return lines;
    }

    private String over() {
        String unit = curve.over().unit();
        return curve.over().name() + (unit.isEmpty() ? "" : language.say("（" + unit + "）", " (" + unit + ")"));
    }

    private List<String> segments() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                language.say("从", "from"),
                language.say("到", "to"),
                language.say("段", "stretch"),
                language.say("金额（元）", "benefit (yuan)"),
                language.say("边际", "marginal")));
        List<Segment> all = curve.segments();
        for (int i = 0; i < all.size(); i++) {
            if (all.size() > FEW && i == FEW / 2) {
                int left = all.size() - FEW;
                rows.add(List.of("…", "…", language.say("另 " + left + " 段", left + " more"), "…", "…"));
                i += left;
            }
            rows.add(row(all.get(i)));
        }
        return Grid.table(rows);
    }

    private List<String> row(Segment segment) {
        String said = segment.said().isEmpty()
                ? ""
                : language.say("：" + segment.said().getFirst(), ": " + segment.said().getLast());
        return List.of(
                plain(segment.from()),
                plain(segment.to()),
                language.say(segment.shape().zh(), segment.shape().en()) + said,
                segment.fromYuan().compareTo(segment.toYuan()) == 0
                        ? plain(segment.fromYuan())
                        : plain(segment.fromYuan()) + " → " + plain(segment.toYuan()),
                rate(segment.perUnit()));
    }

    /** Yuan for a yuan as a percentage where the figure is money, else yuan for one more. */
    private String rate(BigDecimal perUnit) {
        if (perUnit.signum() == 0) {
            return "0";
        }
        AmountUnit money = AmountUnit.find(curve.over().unit());
        if (money == null) {
            return plain(perUnit) + language.say(" 元/单位", " yuan for one");
        }
        return plain(perUnit.movePointRight(2).divide(money.inYuan(), 6, RoundingMode.HALF_UP)) + "%";
    }

    private List<String> jumps() {
        List<List<String>> rows = new ArrayList<>();
        List<Jump> all = curve.jumps();
        for (int i = 0; i < all.size(); i++) {
            if (all.size() > FEW && i == FEW / 2) {
                int left = all.size() - FEW;
                rows.add(List.of("  …", language.say("另 " + left + " 处", left + " more"), "", ""));
                i += left;
            }
            Jump jump = all.get(i);
            rows.add(List.of(
                    "  " + plain(jump.below()) + " | " + plain(jump.above()),
                    plain(jump.belowYuan()) + " → " + plain(jump.aboveYuan()),
                    (jump.change().signum() > 0 ? "+" : "") + plain(jump.change()),
                    jump.boundBelow()
                            ? language.say(plain(jump.threshold()) + " 在前段", plain(jump.threshold()) + " is still below")
                            : language.say(plain(jump.threshold()) + " 在后段", plain(jump.threshold()) + " is already above")));
        }
        return Grid.table(rows);
    }

    /** Where the subject stands, and the next cliff on either side. */
    private List<String> here(BigDecimal figure, Segment at) {
        List<String> lines = new ArrayList<>();
        lines.add(language.say(
                "现为 " + plain(figure) + "：" + at.shape().zh() + "，边际 " + rate(at.perUnit()),
                "now " + plain(figure) + ": " + at.shape().en() + ", marginal " + rate(at.perUnit())));
        curve.jumps().stream()
                .filter(jump -> jump.above().compareTo(figure) > 0)
                .findFirst()
                .ifPresent(jump -> lines.add(language.say(
                        "  再增加 " + plain(jump.above().subtract(figure)) + " 即到 " + plain(jump.above()) + "：金额变化 "
                                + plain(jump.change()) + " 元",
                        "  " + plain(jump.above().subtract(figure)) + " more, at " + plain(jump.above())
                                + ", the benefit changes by " + plain(jump.change()) + " yuan")));
        return lines;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
