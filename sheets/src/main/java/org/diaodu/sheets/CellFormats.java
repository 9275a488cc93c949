package org.diaodu.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a workbook shows its numbers: of a number format it matters whether it makes a date, a percentage or a code. */
final class CellFormats {

    /** What a format makes of a number; for codes the number of digits. */
    record Format(Shape shape, int digits) {}

    enum Shape {
        NUMBER,
        PERCENT,
        MONTH,
        DATE,
        ZERO_FILLED
    }

    private static final Format PLAIN = new Format(Shape.NUMBER, 0);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private final List<Format> byStyle = new ArrayList<>();

    Format of(int style) {
        return style < byStyle.size() && style >= 0 ? byStyle.get(style) : PLAIN;
    }

    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(InputStream in) throws IOException {
        CellFormats formats = new CellFormats();
        Map<Integer, String> custom = new HashMap<>();
        boolean[] inCells = new boolean[1];
        XmlParts.elements(in, (xml, element) -> {
            switch (element) {
                case "numFmt" ->
                    custom.put(
                            number(XmlParts.attribute(xml, "numFmtId")),
                            String.valueOf(XmlParts.attribute(xml, "formatCode")));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        int id = number(XmlParts.attribute(xml, "numFmtId"));
                        formats.byStyle.add(custom.containsKey(id) ? format(custom.get(id)) : builtIn(id));
                    }
                }
                default -> {}
            }
        });
        return formats;
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** ECMA-376 part 1, 18.8.30, with the Chinese forms of 27–36 and 50–58. */
    private static Format builtIn(int id) {
        return switch (id) {
            case 9, 10 -> new Format(Shape.PERCENT, 0);
            case 17, 27, 36, 50, 52, 57 -> new Format(Shape.MONTH, 0);
            case 14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58 -> new Format(Shape.DATE, 0);
            default -> PLAIN;
        };
    }

    static Format format(@org.jspecify.annotations.Nullable String code) {
        if (code == null) {
            return PLAIN;
        }
        String bare = QUOTED.matcher(code).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        if (bare.matches("0{2,}")) {
            return new Format(Shape.ZERO_FILLED, bare.length());
        }
        if (bare.contains("%")) {
            return new Format(Shape.PERCENT, 0);
        }
        boolean general = bare.contains("general");
        if (!general && bare.contains("y")) {
            return new Format(bare.contains("d") ? Shape.DATE : Shape.MONTH, 0);
        }
        return !general && bare.contains("d") && bare.contains("m") ? new Format(Shape.DATE, 0) : PLAIN;
    }
}
