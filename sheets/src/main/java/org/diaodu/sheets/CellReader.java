package org.diaodu.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one cell of a worksheet: its last value, as the workbook would show it. */
final class CellReader {

    /** A spreadsheet keeps and shows fifteen digits; what a double holds beyond is noise. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_COLUMNS = 16_384;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final LocalDate dayZero;

    CellReader(XMLStreamReader xml, SharedStrings strings, CellFormats formats, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** Reads from the start of a c element to its end. */
    RawCell read(Place place) throws XMLStreamException, Refusal {
        String type = XmlParts.attribute(xml, "t");
        String style = XmlParts.attribute(xml, "s");
        String value = "";
        String formula = null;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = SharedStrings.text(xml, "is");
                    case "f" -> formula = xml.getElementText();
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (formula != null) {
            refuseDde(formula, place);
            if (value.isEmpty() && !"str".equals(type)) {
                return new RawCell(RawCell.Kind.ERROR, "=" + formula, true);
            }
        }
        return cell(type == null ? "n" : type, style, value, formula != null, place);
    }

    private RawCell cell(String type, @Nullable String style, String value, boolean formula, Place place)
            throws Refusal {
        if (value.isBlank()) {
            return RawCell.BLANK;
        }
        return switch (type) {
            case "s" -> text(shared(value, place), formula);
            case "str", "inlineStr" -> text(value, formula);
            case "b" -> new RawCell(RawCell.Kind.FLAG, value.strip().equals("1") ? "true" : "false", formula);
            case "e" -> new RawCell(RawCell.Kind.ERROR, value, formula);
            case "d" -> new RawCell(RawCell.Kind.DATE, value.length() > 10 ? value.substring(0, 10) : value, formula);
            default -> number(value.strip(), formats.of(positive(style, 0)), formula);
        };
    }

    private static RawCell text(String text, boolean formula) {
        return text.isBlank() ? RawCell.BLANK : new RawCell(RawCell.Kind.TEXT, text, formula);
    }

    private String shared(String index, Place place) throws Refusal {
        String text = strings.at(positive(index.strip(), -1));
        if (text == null) {
            throw new Refusal(
                    "sheets.damaged-package",
                    place,
                    index,
                    new Wording("单元格指向不存在的文字", "the cell points at a text that is not there"),
                    new Wording("用 Excel 或 WPS 打开并另存为 xlsx", "open it in Excel or WPS and save it again as xlsx"));
        }
        return text;
    }

    private RawCell number(String value, CellFormats.Format format, boolean formula) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            return new RawCell(RawCell.Kind.TEXT, value, formula);
        }
        if (number.precision() > SHOWN.getPrecision()) {
            number = number.round(SHOWN);
        }
        if (Math.abs((long) number.scale()) > 400) {
            return new RawCell(RawCell.Kind.TEXT, value, formula);
        }
        return switch (format.shape()) {
            case NUMBER -> new RawCell(RawCell.Kind.NUMBER, plain(number), formula);
            case PERCENT -> new RawCell(RawCell.Kind.PERCENT, plain(number.movePointRight(2)) + "%", formula);
            case ZERO_FILLED -> new RawCell(RawCell.Kind.NUMBER, zeroFilled(plain(number), format.digits()), formula);
            case DATE, MONTH -> date(number, format.shape(), formula);
        };
    }

    private static String plain(BigDecimal number) {
        return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }

    private static String zeroFilled(String digits, int length) {
        return digits.length() < length && digits.chars().allMatch(Character::isDigit)
                ? "0".repeat(length - digits.length()) + digits
                : digits;
    }

    private RawCell date(BigDecimal days, CellFormats.Shape shape, boolean formula) {
        long whole = days.longValue();
        if (whole < 1 || whole > 2_958_465) {
            return new RawCell(RawCell.Kind.NUMBER, plain(days), formula);
        }
        LocalDate date = dayZero.plusDays(whole);
        String text = shape == CellFormats.Shape.MONTH ? YearMonth.from(date).toString() : date.toString();
        return new RawCell(RawCell.Kind.DATE, text, formula);
    }

    /** Dynamic data exchange starts a program: cmd|'/c …'!A0. */
    private static void refuseDde(String formula, Place place) throws Refusal {
        int bar = formula.indexOf('|');
        if (bar >= 0 && formula.indexOf('!', bar) > bar) {
            throw new Refusal(
                    "sheets.dde",
                    place,
                    "=" + formula,
                    new Wording("公式会启动其他程序（DDE）", "the formula starts another program (DDE)"),
                    new Wording("删除该公式，填写数值", "remove the formula and write the figure itself"));
        }
    }

    static int positive(@Nullable String text, int otherwise) {
        try {
            int number = text == null ? otherwise : Integer.parseInt(text);
            return number < 0 ? otherwise : number;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The column of a reference such as AB12, counted from 1. */
    static int column(@Nullable String reference, int otherwise) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length() && column <= MOST_COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column == 0 ? otherwise : column;
    }
}
