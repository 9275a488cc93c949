package org.diaodu.policy.command;

import java.math.BigDecimal;
import java.util.Locale;
import org.diaodu.policy.curve.Curve;
import org.diaodu.policy.curve.Jump;
import org.diaodu.policy.curve.Segment;
import org.diaodu.policy.curve.Shape;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;

/** A curve as a picture: a line for each stretch, a dashed one for each cliff, the bound filled on the side that has it. */
final class CurveSvg {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final int LEFT = 90;
    private static final int RIGHT = 24;
    private static final int TOP = 48;
    private static final int BOTTOM = 52;
    private static final int MOST_MARKS = 40;

    private final Curve curve;
    private final String title;
    private final @Nullable BigDecimal own;
    private final Language language;
    private final double from;
    private final double to;
    private final double most;

    CurveSvg(Curve curve, String title, @Nullable BigDecimal own, Language language) {
        this.curve = curve;
        this.title = title;
        this.own = own;
        this.language = language;
        this.from = curve.segments().getFirst().from().doubleValue();
        this.to = curve.segments().getLast().to().doubleValue();
        this.most = Math.max(
                1,
                curve.segments().stream()
                        .mapToDouble(segment -> Math.max(
                                segment.fromYuan().doubleValue(), segment.toYuan().doubleValue()))
                        .max()
                        .orElse(1));
    }

    String text() {
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="24" font-size="15">%s</text>
                """.formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, LEFT, escaped(title)));
        axes(svg);
        for (Segment segment : curve.segments()) {
            String colour = segment.shape() == Shape.NEEDS_FACTS || segment.shape() == Shape.REFUSED ? "#aaa" : "#1f5fa8";
            line(svg, segment.from(), segment.fromYuan(), segment.to(), segment.toYuan(), colour, "2", "");
        }
        boolean marked = curve.jumps().size() <= MOST_MARKS;
        for (Jump jump : curve.jumps()) {
            line(svg, jump.below(), jump.belowYuan(), jump.above(), jump.aboveYuan(), "#c0392b", "1", "4 3");
            if (marked) {
                dot(svg, jump.below(), jump.belowYuan(), jump.boundBelow());
                dot(svg, jump.above(), jump.aboveYuan(), !jump.boundBelow());
            }
        }
        if (own != null && curve.at(own) != null) {
            svg.append("<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#2e7d32\" stroke-dasharray=\"2 4\"/>\n"
                    .formatted(x(own), TOP, x(own), HEIGHT - BOTTOM));
        }
        return svg.append("</svg>").toString();
    }

    private void axes(StringBuilder svg) {
        svg.append("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#444\"/>\n"
                .formatted(LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
        for (int tick = 0; tick <= 4; tick++) {
            BigDecimal across = BigDecimal.valueOf(from + (to - from) * tick / 4);
            BigDecimal up = BigDecimal.valueOf(most * tick / 4);
            svg.append("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                    .formatted(x(across), HEIGHT - BOTTOM + 18, number(across)));
            svg.append("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n"
                    .formatted(LEFT - 6, y(up) + 4, number(up)));
        }
        String unit = curve.over().unit();
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
                .formatted(
                        WIDTH - RIGHT,
                        HEIGHT - 10,
                        escaped(curve.over().name() + (unit.isEmpty() ? "" : "（" + unit + "）"))));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
                .formatted(LEFT - 6, TOP - 8, language.say("元", "yuan")));
    }

    private void line(
            StringBuilder svg,
            BigDecimal x1,
            BigDecimal y1,
            BigDecimal x2,
            BigDecimal y2,
            String colour,
            String width,
            String dashes) {
        svg.append("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n"
                .formatted(
                        x(x1),
                        y(y1),
                        x(x2),
                        y(y2),
                        colour,
                        width,
                        dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
    }

    private void dot(StringBuilder svg, BigDecimal across, BigDecimal up, boolean filled) {
        svg.append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\" stroke=\"#1f5fa8\"><title>%s</title></circle>\n"
                .formatted(
                        x(across),
                        y(up),
                        filled ? "#1f5fa8" : "#fff",
                        CurveTable.plain(across) + ": " + CurveTable.plain(up)));
    }

    private double x(BigDecimal figure) {
        return LEFT + (figure.doubleValue() - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    private double y(BigDecimal yuan) {
        return HEIGHT - BOTTOM - yuan.doubleValue() / most * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(BigDecimal number) {
        return String.format(Locale.ROOT, number.abs().doubleValue() < 10 ? "%,.2f" : "%,.0f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
