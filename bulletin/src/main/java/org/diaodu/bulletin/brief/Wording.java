package org.diaodu.bulletin.brief;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.bulletin.brief.Fact.Figure;

/**
 * How statistics are put into words. Differences are taken between the figures as printed, so that a reader who subtracts
 * gets what stands there.
 */
public final class Wording {

    private static final String POINTS = "个百分点";

    private Wording() {}

    /** 增长8.1%, 下降2.3%, 持平. */
    public static List<Run> grew(String name, Figure figure) {
        return switch (figure.rounded().signum()) {
            case 1 -> with("增长", name, figure, "%");
            case -1 -> with("下降", name, figure, "%");
            default -> List.of(new Run.Words("持平"));
        };
    }

    /** 拉动2.1个百分点, 下拉0.3个百分点; 影响不足0.1个百分点 where it rounds to nothing. */
    public static List<Run> pulled(String name, Figure figure) {
        return switch (figure.rounded().signum()) {
            case 1 -> with("拉动", name, figure, POINTS);
            case -1 -> with("下拉", name, figure, POINTS);
            default ->
                List.of(new Run.Words(
                        "影响不足" + BigDecimal.ONE.movePointLeft(figure.decimals()).toPlainString() + POINTS));
        };
    }

    /** 高于全国平均水平（6.5%）1.6个百分点, 低于…, 与全国平均水平（6.5%）持平. */
    public static List<Run> against(String name, Figure own, Figure other, String whom) {
        BigDecimal difference = own.rounded().subtract(other.rounded());
        Run there = new Run.Printed(name + FactPath.OTHER, plain(other.rounded()), other.address());
        if (difference.signum() == 0) {
            return List.of(new Run.Words("与" + whom + "（"), there, new Run.Words("%）持平"));
        }
        return List.of(
                new Run.Words((difference.signum() > 0 ? "高于" : "低于") + whom + "（"),
                there,
                new Run.Words("%）"),
                new Run.Printed(name + FactPath.DIFFERENCE, plain(difference.abs()), own.address()),
                new Run.Words(POINTS));
    }

    /**
     * How growth has changed: 加快 or 回落 N 个百分点, 持平, 由负转正, 由正转负; of two falls 降幅收窄 or 降幅扩大 N 个百分点.
     */
    public static List<Run> changed(String name, Figure own, Figure other) {
        BigDecimal now = own.rounded();
        BigDecimal before = other.rounded();
        BigDecimal difference = now.subtract(before);
        if (difference.signum() == 0) return List.of(new Run.Words("持平"));
        if (before.signum() < 0 && now.signum() > 0) return List.of(new Run.Words("由负转正"));
        if (before.signum() > 0 && now.signum() < 0) return List.of(new Run.Words("由正转负"));
        boolean falls = before.signum() < 0 && now.signum() < 0;
        String word = difference.signum() > 0 ? (falls ? "降幅收窄" : "加快") : falls ? "降幅扩大" : "回落";
        return List.of(
                new Run.Words(word),
                new Run.Printed(name + FactPath.DIFFERENCE, plain(difference.abs()), own.address()),
                new Run.Words(POINTS));
    }

    /** A figure with its sign and unit, as a table or a plain mention prints it. */
    public static List<Run> plainly(String name, Figure figure, boolean withUnit) {
        Run printed = new Run.Printed(name, plain(figure.rounded()), figure.address());
        return withUnit && !figure.unit().isEmpty() ? List.of(printed, new Run.Words(figure.unit())) : List.of(printed);
    }

    /** A figure of which the words around it say the direction. */
    static List<Run> withoutSign(String name, Figure figure) {
        return List.of(new Run.Printed(name, plain(figure.rounded().abs()), figure.address()));
    }

    /**
     * What to say below parts that were rounded each by itself: empty where they add up to the total as printed, else by how
     * much they do not.
     */
    public static String rounding(List<Figure> parts, Figure total) {
        if (parts.isEmpty()) return "";
        BigDecimal sum = parts.stream().map(Figure::rounded).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = sum.subtract(total.rounded());
        if (rest.signum() == 0) return "";
        return "注：各分项分别四舍五入，列示数之和比合计" + (rest.signum() > 0 ? "多" : "少") + plain(rest.abs())
                + parts.getFirst().unit() + "。";
    }

    /** Without an exponent; a real minus sign before a negative one. */
    static String plain(BigDecimal number) {
        return number.signum() < 0 ? "−" + number.negate().toPlainString() : number.toPlainString();
    }

    private static List<Run> with(String verb, String name, Figure figure, String unit) {
        return List.of(
                new Run.Words(verb),
                new Run.Printed(name, plain(figure.rounded().abs()), figure.address()),
                new Run.Words(unit));
    }
}
