package org.diaodu.bulletin.brief;

import java.util.Locale;

/** Paints as SVG for a page. */
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(double width, double height, String label) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"",
                width,
                height));
        svg.append(HtmlWriter.escaped(label)).append("\">");
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%s\"/>",
                x,
                y,
                width,
                height,
                colour));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, double width, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke-width=\"%.1f\" stroke=\"#%s\"/>",
                fromX,
                fromY,
                toX,
                toY,
                width,
                colour));
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\" text-anchor=\"%s\">",
                x,
                y,
                anchor.name().toLowerCase(Locale.ROOT)));
        svg.append(HtmlWriter.escaped(text)).append("</text>");
    }

    /** What was painted; nothing can be added afterwards. */
    String finished() {
        return svg.append("</svg>").toString();
    }
}
