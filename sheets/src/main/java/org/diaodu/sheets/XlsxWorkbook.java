package org.diaodu.sheets;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An xlsx workbook that has passed inspection: its sheets, shared texts and formats. */
final class XlsxWorkbook {

    private static final int SHEETS_LOOKED_AT = 20;
    private static final int ROWS_LOOKED_AT = 30;

    /** A sheet as the workbook lists it. */
    record Listed(String name, String part, boolean visible) {}

    private final ZipFile zip;
    private final Place place;
    private final ReadLimits limits;
    private final List<Listed> sheets = new ArrayList<>();
    private boolean from1904;
    private SharedStrings strings = SharedStrings.none();
    private CellFormats formats = CellFormats.none();

    private XlsxWorkbook(ZipFile zip, Place place, ReadLimits limits) {
        this.zip = zip;
        this.place = place;
        this.limits = limits;
    }

    /** Opens the wanted sheet; closing it closes the file. */
    static RawSheet open(Path file, Place place, ReadOptions options, Headings headings, Faults faults)
            throws IOException, Refusal {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            new PackageInspection(zip, place, options.limits()).inspect();
            XlsxWorkbook workbook = new XlsxWorkbook(zip, place, options.limits());
            workbook.readParts();
            return workbook.sheet(workbook.choose(options.sheet(), headings), faults);
        } catch (IOException | Refusal | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void readParts() throws IOException, Refusal {
        Map<String, String> targets = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        XmlParts.elements(part("xl/_rels/workbook.xml.rels"), (xml, element) -> {
            String target = XmlParts.attribute(xml, "Target");
            if (element.equals("Relationship") && target != null) {
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                String type = String.valueOf(XmlParts.attribute(xml, "Type"));
                targets.put(String.valueOf(XmlParts.attribute(xml, "Id")), path);
                byType.put(type.substring(type.lastIndexOf('/') + 1), path);
            }
        });
        XmlParts.elements(part("xl/workbook.xml"), (xml, element) -> {
            if (element.equals("workbookPr")) {
                from1904 = XmlParts.flag(xml, "date1904");
            } else if (element.equals("sheet")) {
                String target = targets.get(String.valueOf(XmlParts.attribute(xml, "id")));
                if (target != null && target.startsWith("xl/worksheets/")) {
                    sheets.add(new Listed(
                            String.valueOf(XmlParts.attribute(xml, "name")),
                            target,
                            !String.valueOf(XmlParts.attribute(xml, "state")).endsWith("idden")));
                }
            }
        });
        String stringsPart = byType.get("sharedStrings");
        if (stringsPart != null && zip.getEntry(stringsPart) != null) {
            strings = SharedStrings.read(part(stringsPart), place);
        }
        String stylesPart = byType.get("styles");
        if (stylesPart != null && zip.getEntry(stylesPart) != null) {
            formats = CellFormats.read(part(stylesPart));
        }
    }

    private InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("part " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private Listed choose(@Nullable String wanted, Headings headings) throws Refusal {
        List<String> names = sheets.stream().map(Listed::name).toList();
        if (wanted != null) {
            for (Listed sheet : sheets) {
                if (sheet.name().equals(wanted)) {
                    return sheet;
                }
            }
            String nearest = Nearest.to(wanted, names);
            String meant = nearest == null ? String.join("、", names) : nearest;
            throw new Refusal(
                    "sheets.no-such-sheet",
                    place,
                    wanted,
                    new Wording("没有这个工作表", "there is no such sheet"),
                    new Wording("选用“" + meant + "”", "\"" + meant + "\" is meant"));
        }
        Listed best = null;
        int bestScore = -1;
        for (Listed sheet :
                sheets.stream().filter(Listed::visible).limit(SHEETS_LOOKED_AT).toList()) {
            int score = score(sheet, headings);
            if (score > bestScore) {
                best = sheet;
                bestScore = score;
            }
        }
        if (best == null) {
            throw new Refusal(
                    "sheets.no-sheet",
                    place,
                    "",
                    new Wording("工作簿中没有可见的工作表", "the workbook has no visible sheet"),
                    new Wording("取消隐藏要导入的工作表", "show the sheet that is meant"));
        }
        return best;
    }

    /** Twice the known headings of the best row, plus one if there is anything at all. */
    private int score(Listed listed, Headings headings) {
        int best = 0;
        try {
            XlsxSheet sheet = sheet(listed, new Faults());
            RawRow row = sheet.next();
            for (int i = 0; i < ROWS_LOOKED_AT && row != null; i++) {
                best = Math.max(best, 1 + 2 * headings.score(row));
                row = sheet.next();
            }
        } catch (IOException | Refusal | UncheckedStreamException e) {
            return best; // What is wrong with a sheet is said when it is the one to be read.
        }
        return best;
    }

    private XlsxSheet sheet(Listed listed, Faults report) throws IOException {
        return new XlsxSheet(
                zip, part(listed.part()), place.in(listed.name()), limits, strings, formats, from1904, report);
    }
}
