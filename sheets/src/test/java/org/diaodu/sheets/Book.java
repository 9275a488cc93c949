package org.diaodu.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, so that every part can be wrong. */
final class Book {

    interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private String afterData = "";

    static Book of(String... rows) {
        return new Book().sheet("三月", rows);
    }

    /** Rows are the XML inside a row element, or a whole row element. */
    Book sheet(String name, String... rows) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            data.append(rows[i].startsWith("<row") ? rows[i] : "<row r=\"" + (i + 1) + "\">" + rows[i] + "</row>");
        }
        sheets.add(name);
        int number = sheets.size();
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                out -> out.write(("<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + data + "</sheetData>" + afterData
                                + "</worksheet>")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    Book afterData(String xml) {
        afterData = xml;
        return this;
    }

    Book part(String name, String text) {
        return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    Book part(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    /** Text cells side by side from column A. */
    static String texts(String... texts) {
        StringBuilder cells = new StringBuilder();
        for (String text : texts) {
            cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return cells.toString();
    }

    byte[] bytes() throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder rels = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheets.get(i - 1), i, i));
            rels.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(i, REL, i));
        }
        rels.append("<Relationship Id=\"s\" Type=\"%s/styles\" Target=\"styles.xml\"/>".formatted(REL));
        rels.append("<Relationship Id=\"t\" Type=\"%s/sharedStrings\" Target=\"sharedStrings.xml\"/>".formatted(REL));
        Map<String, Part> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", text("<Types/>"));
        all.put(
                "xl/workbook.xml",
                text("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, REL, list)));
        all.put("xl/_rels/workbook.xml.rels", text("<Relationships>" + rels + "</Relationships>"));
        all.putAll(parts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Part> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Part text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    InputStream stream() throws IOException {
        return new ByteArrayInputStream(bytes());
    }
}
