package org.diaodu.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a worksheet, read as a stream; rows without content cost nothing but their bytes. */
final class XlsxSheet implements RawSheet {

    private static final int MANY_BLANK_ROWS = 10_000;
    private static final int MERGES_KEPT = 1_000;

    private final ZipFile zip;
    private final Place place;
    private final ReadLimits limits;
    private final CellReader cells;
    private final Faults faults;
    private final XMLStreamReader xml;
    private final List<String> merges = new ArrayList<>();
    private int lastRow;
    private int blankRows;
    private boolean ended;

    XlsxSheet(
            ZipFile zip,
            InputStream part,
            Place place,
            ReadLimits limits,
            SharedStrings strings,
            CellFormats formats,
            boolean from1904,
            Faults faults)
            throws IOException {
        this.zip = zip;
        this.place = place;
        this.limits = limits;
        this.faults = faults;
        try {
            this.xml = XmlParts.reader(part);
        } catch (XMLStreamException e) {
            throw XmlParts.damaged(e);
        }
        this.cells = new CellReader(xml, strings, formats, from1904);
    }

    @Override
    public @Nullable String name() {
        return place.sheet();
    }

    @Override
    public List<String> merges() {
        return merges;
    }

    @Override
    public boolean strictWidth() {
        return false;
    }

    @Override
    public @Nullable RawRow next() throws IOException, Refusal {
        try {
            while (!ended && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    RawRow row = element(xml.getLocalName());
                    if (row != null) {
                        return row;
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw XmlParts.damaged(e);
        }
        if (!ended) {
            ended = true;
            reportEnd();
        }
        return null;
    }

    private @Nullable RawRow element(String name) throws XMLStreamException, Refusal {
        if (name.equals("row")) {
            RawRow row = row();
            if (!row.isBlank()) {
                return row;
            }
            blankRows++;
        } else if (name.equals("mergeCell") && merges.size() < MERGES_KEPT) {
            String range = XmlParts.attribute(xml, "ref");
            if (range != null) {
                merges.add(range);
            }
        }
        return null;
    }

    private RawRow row() throws XMLStreamException, Refusal {
        int number = CellReader.positive(XmlParts.attribute(xml, "r"), lastRow + 1);
        lastRow = number;
        boolean hidden = XmlParts.flag(xml, "hidden");
        List<RawCell> row = List.of();
        int column = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return new RawRow(number, row, hidden);
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = CellReader.column(XmlParts.attribute(xml, "r"), column + 1);
                RawCell cell = cells.read(place.row(number).column(column, null));
                if (!cell.isBlank()) {
                    row = put(row, column, cell, number);
                }
            }
        }
    }

    private List<RawCell> put(List<RawCell> row, int column, RawCell cell, int number) throws Refusal {
        if (column > limits.columns()) {
            throw new Refusal(
                    "sheets.too-many-columns",
                    place.row(number).column(column, null),
                    cell.text(),
                    new Wording(
                            "超过 " + limits.columns() + " 列", "there are more than " + limits.columns() + " columns"),
                    new Wording("清除表格右侧多余的内容", "clear what stands to the right of the table"));
        }
        List<RawCell> grown = row.isEmpty() ? new ArrayList<>(16) : row;
        while (grown.size() < column) {
            grown.add(RawCell.BLANK);
        }
        grown.set(column - 1, cell);
        return grown;
    }

    private void reportEnd() {
        if (blankRows >= MANY_BLANK_ROWS) {
            hint(
                    "sheets.blank-rows",
                    String.valueOf(blankRows),
                    "跳过了大量空行",
                    "many blank rows were skipped",
                    "删除表格下方的空行，文件会小得多",
                    "delete the blank rows below the table: the file will be far smaller");
        }
    }

    private void hint(String code, String value, String zh, String en, String adviceZh, String adviceEn) {
        faults.add(new Fault(code, Severity.HINT, place, value, new Wording(zh, en), new Wording(adviceZh, adviceEn)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
