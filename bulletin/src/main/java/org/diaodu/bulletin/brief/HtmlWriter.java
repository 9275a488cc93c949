package org.diaodu.bulletin.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Writes a brief as one page of HTML that needs no other file; it is well-formed XML too. */
public final class HtmlWriter {

    private static final String STYLE = style();

    private final String platform;
    private final Function<Block.ChartBlock, String> chart;

    /**
     * @param platform what the addresses of figures begin with; empty within the platform
     */
    public HtmlWriter(String platform) {
        this(platform, HtmlWriter::svg);
    }

    HtmlWriter(String platform, Function<Block.ChartBlock, String> chart) {
        this.platform = platform;
        this.chart = chart;
    }

    /** The whole page. */
    public String page(Brief brief) {
        Masthead head = brief.masthead();
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="UTF-8"/><title>%s</title><style>%s</style></head>
                <body><main><header>%s<p class="name">%s</p><p class="number">%s</p>
                <table class="issuer"><tr><td>%s</td><td class="date">%s</td></tr></table></header>
                <h1>%s</h1>
                %s</main></body></html>
                """.formatted(
                        escaped(Run.text(brief.title())),
                        STYLE,
                        head.audience().isEmpty() ? "" : "<p class=\"audience\">" + escaped(head.audience()) + "</p>",
                        escaped(head.name()),
                        escaped(head.number()),
                        escaped(head.issuer()),
                        escaped(head.date()),
                        runs(brief.title()),
                        blocks(brief.blocks()));
    }

    /** A block as a fragment of a page. */
    public String block(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                "<h%d>%s%s</h%d>\n"
                        .formatted(heading.level() + 1, heading.number(), runs(heading.runs()), heading.level() + 1);
            case Block.Paragraph paragraph -> "<p class=\"body\">" + runs(paragraph.runs()) + "</p>\n";
            case Block.TableBlock table -> table(table);
            case Block.ChartBlock one ->
                "<div class=\"figure\"><p class=\"caption\">图%d %s</p>%s</div>\n"
                        .formatted(one.number(), runs(one.caption()), chart.apply(one));
        };
    }

    private String blocks(List<Block> blocks) {
        var html = new StringBuilder();
        for (Block block : blocks) html.append(block(block));
        return html.toString();
    }

    private String table(Block.TableBlock table) {
        var html = new StringBuilder("<p class=\"caption\">表%d %s</p>\n<table class=\"figures\"><thead><tr>"
                .formatted(table.number(), runs(table.caption())));
        for (String head : table.heads())
            html.append("<th scope=\"col\">").append(escaped(head)).append("</th>");
        html.append("</tr></thead><tbody>");
        for (List<List<Run>> row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append(table.numeric().get(column) ? "<td class=\"number\">" : "<td>")
                        .append(runs(row.get(column)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>\n");
        if (!table.note().isEmpty())
            html.append("<p class=\"note\">").append(escaped(table.note())).append("</p>\n");
        return html.toString();
    }

    private String runs(List<Run> runs) {
        var html = new StringBuilder();
        for (Run run : runs) {
            if (run instanceof Run.Printed printed && !printed.address().isEmpty()) {
                html.append("<a class=\"figure-link\" href=\"")
                        .append(escaped(platform + printed.address()))
                        .append("\">")
                        .append(escaped(printed.text()))
                        .append("</a>");
            } else {
                html.append(escaped(run.text()));
            }
        }
        return html.toString();
    }

    private static String svg(Block.ChartBlock block) {
        var canvas = new SvgCanvas(ChartPainting.WIDTH, ChartPainting.height(block.chart()), Run.text(block.caption()));
        ChartPainting.paint(block.chart(), canvas);
        return canvas.finished();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream stream =
                Objects.requireNonNull(HtmlWriter.class.getResourceAsStream("brief.css"), "brief.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
