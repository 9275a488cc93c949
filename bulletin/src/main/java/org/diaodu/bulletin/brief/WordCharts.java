package org.diaodu.bulletin.brief;

import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.diaodu.bulletin.brief.Fact.Chart.Kind;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/** Native charts of Word: their figures stand in a workbook inside, so that they can be edited there. */
final class WordCharts {

    /** The colours of the sets; they differ in grey as well. */
    static final List<String> COLOURS = List.of("1F5FA8", "D98A1B", "7A8794");

    private static final int WIDTH_MM = 150;
    private static final int LINE_HEIGHT_MM = 70;
    private static final int MOST_BARS_PER_HEIGHT = 8;
    private static final int BAR_MM = 7;

    private WordCharts() {}

    static void write(XWPFDocument document, XWPFRun run, Block.ChartBlock block)
            throws IOException, InvalidFormatException {
        Fact.Chart chart = block.chart();
        XWPFChart word = document.createChart(run, millimetres(WIDTH_MM), millimetres(heightMm(chart)));
        boolean lying = chart.kind() == Kind.BARS;
        XDDFCategoryAxis across = word.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis up = word.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        across.setTickLabelPosition(AxisTickLabelPosition.LOW);
        up.setCrosses(AxisCrosses.AUTO_ZERO);
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        up.setNumberFormat(chart.isWhole() ? "0" : "0.0");
        up.setVisible(!lying);
        if (!lying) up.setTitle(chart.unit());
        up.getOrAddMajorGridProperties().setLineProperties(line("D5DAE0", 0.5));
        if (lying) across.setOrientation(AxisOrientation.MAX_MIN);
        plot(word, chart, across, up);
        if (chart.series().size() > 1) word.getOrAddLegend().setPosition(LegendPosition.TOP);
        word.setAutoTitleDeleted(true);
        text(word);
    }

    /** How high a chart is: lying bars need a line each. */
    static int heightMm(Fact.Chart chart) {
        int bars = chart.categories().size();
        return chart.kind() == Kind.BARS && bars > MOST_BARS_PER_HEIGHT
                ? LINE_HEIGHT_MM + (bars - MOST_BARS_PER_HEIGHT) * BAR_MM / 2
                : LINE_HEIGHT_MM;
    }

    private static void plot(XWPFChart word, Fact.Chart chart, XDDFCategoryAxis across, XDDFValueAxis up) {
        int size = chart.categories().size();
        XDDFDataSource<String> names =
                XDDFDataSourcesFactory.fromArray(chart.categories().toArray(String[]::new), range(word, size, 0), 0);
        XDDFChartData data = word.createData(chart.kind() == Kind.LINES ? ChartTypes.LINE : ChartTypes.BAR, across, up);
        data.setVaryColors(false);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(chart.kind() == Kind.BARS ? BarDirection.BAR : BarDirection.COL);
            bars.setGapWidth(60);
        }
        if (data instanceof XDDFLineChartData lines) lines.setGrouping(Grouping.STANDARD);
        for (int i = 0; i < chart.series().size(); i++) {
            Fact.Chart.Series given = chart.series().get(i);
            @Nullable Double[] values = given.values().toArray(Double[]::new);
            XDDFChartData.Series series =
                    data.addSeries(names, XDDFDataSourcesFactory.fromArray(values, range(word, size, i + 1), i + 1));
            series.setTitle(given.name(), word.setSheetTitle(given.name(), i + 1));
            dress(series, COLOURS.get(i % COLOURS.size()));
        }
        word.plot(data);
        if (data instanceof XDDFBarChartData) labels(word, chart.isWhole() ? "0" : "0.0");
    }

    private static void dress(XDDFChartData.Series series, String colour) {
        if (series instanceof XDDFLineChartData.Series line) {
            line.setSmooth(false);
            line.setMarkerStyle(MarkerStyle.NONE);
            line.setLineProperties(line(colour, 2));
        } else {
            series.setFillProperties(fill(colour));
        }
    }

    /** The figure at the end of each bar; a bar below zero keeps its colour. */
    private static void labels(XWPFChart word, String format) {
        for (var bars : word.getCTChart().getPlotArea().getBarChartList()) {
            for (var series : bars.getSerList()) {
                if (!series.isSetInvertIfNegative()) series.addNewInvertIfNegative();
                series.getInvertIfNegative().setVal(false);
                CTDLbls labels = series.addNewDLbls();
                labels.addNewNumFmt().setFormatCode(format);
                labels.getNumFmt().setSourceLinked(false);
                labels.addNewSpPr().addNewNoFill();
                labels.addNewShowLegendKey().setVal(false);
                labels.addNewShowVal().setVal(true);
                labels.addNewShowCatName().setVal(false);
                labels.addNewShowSerName().setVal(false);
                labels.addNewShowPercent().setVal(false);
                labels.addNewShowBubbleSize().setVal(false);
            }
        }
    }

    /** All text of the chart in 10 points. */
    private static void text(XWPFChart word) {
        var space = word.getCTChartSpace();
        var body = space.isSetTxPr() ? space.getTxPr() : space.addNewTxPr();
        body.addNewBodyPr();
        var properties = body.addNewP().addNewPPr().addNewDefRPr();
        properties.setSz(1000);
        properties.addNewLatin().setTypeface("Times New Roman");
        properties.addNewEa().setTypeface(WordStyles.SONG);
    }

    private static String range(XWPFChart word, int rows, int column) {
        return word.formatRange(new CellRangeAddress(1, rows, column, column));
    }

    private static XDDFLineProperties line(String colour, double points) {
        var line = new XDDFLineProperties(fill(colour));
        line.setWidth(points);
        return line;
    }

    private static XDDFSolidFillProperties fill(String colour) {
        byte[] rgb = java.util.HexFormat.of().parseHex(colour);
        return new XDDFSolidFillProperties(XDDFColor.from(rgb));
    }

    private static int millimetres(int millimetres) {
        return millimetres * Units.EMU_PER_CENTIMETER / 10;
    }
}
