package org.diaodu.bulletin.brief;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes a brief as PDF on the pages GB/T 9704-2012 asks for. Its fonts are embedded and free: Noto Serif SC for 仿宋 and
 * 楷体, Noto Sans SC for 黑体 and 小标宋. Safe for several threads.
 */
public final class PdfWriter {

    private static final String CHART = "diaodu/chart";
    private static final Font CHART_FONT = chartFont();

    private final String platform;

    static {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * @param platform what the addresses of figures begin with
     */
    public PdfWriter(String platform) {
        this.platform = platform;
    }

    /** Writes the brief as PDF. */
    public void write(Brief brief, OutputStream out) throws IOException {
        Map<String, Block.ChartBlock> charts = brief.blocks().stream()
                .filter(Block.ChartBlock.class::isInstance)
                .map(Block.ChartBlock.class::cast)
                .collect(Collectors.toMap(chart -> String.valueOf(chart.number()), chart -> chart));
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(CHART, drawer(charts));
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useObjectDrawerFactory(drawers);
        builder.useFont(() -> font("NotoSerifSC-Regular.ttf"), "BriefSerif", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("NotoSansSC-Bold.ttf"), "BriefSans", 400, FontStyle.NORMAL, true);
        builder.withHtmlContent(new HtmlWriter(platform, PdfWriter::placeholder).page(brief), null);
        builder.toStream(out);
        builder.run();
    }

    private static String placeholder(Block.ChartBlock chart) {
        return "<object type=\"%s\" data=\"%d\" style=\"width:%.1fpx;height:%.1fpx;display:block\"></object>"
                .formatted(CHART, chart.number(), ChartPainting.WIDTH, ChartPainting.height(chart.chart()));
    }

    private static FSObjectDrawer drawer(Map<String, Block.ChartBlock> charts) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            Block.ChartBlock chart = Objects.requireNonNull(charts.get(element.getAttribute("data")));
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width / dotsPerPixel,
                    (float) height / dotsPerPixel,
                    page -> ChartPainting.paint(chart.chart(), new PdfCanvas(page, CHART_FONT)));
            return Map.of();
        };
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream("fonts/" + file), file);
    }

    private static Font chartFont() {
        try (InputStream file = font("NotoSerifSC-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font of the charts cannot be read", e);
        }
    }
}
