package org.diaodu.bulletin.brief;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

/** Puts runs into paragraphs; a figure becomes a link inside a bookmark {@code fig_N_name}, N its place in the brief. */
final class WordRuns {

    /** What the bookmark of a figure begins with. */
    static final String FIGURE = "fig_";

    private static final int LONGEST_BOOKMARK = 40;

    private final XWPFDocument document;
    private final String platform;
    private final Map<String, String> links = new HashMap<>();
    private long bookmarks;
    private int figures;

    WordRuns(XWPFDocument document, String platform) {
        this.document = document;
        this.platform = platform;
    }

    void add(XWPFParagraph paragraph, List<Run> runs) {
        for (Run run : runs) {
            switch (run) {
                case Run.Words(String text) -> paragraph.createRun().setText(text);
                case Run.Printed printed ->
                    bookmark(paragraph, name(++figures, printed.name()), () -> figure(paragraph, printed));
            }
        }
    }

    /** Writes something into a paragraph between the ends of a bookmark. */
    void bookmark(XWPFParagraph paragraph, String name, Runnable inside) {
        BigInteger id = BigInteger.valueOf(++bookmarks);
        var begin = paragraph.getCTP().addNewBookmarkStart();
        begin.setId(id);
        begin.setName(name);
        inside.run();
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }

    private void figure(XWPFParagraph paragraph, Run.Printed printed) {
        if (printed.address().isEmpty()) {
            paragraph.createRun().setText(printed.text());
            return;
        }
        var link = paragraph.getCTP().addNewHyperlink();
        link.setId(links.computeIfAbsent(platform + printed.address(), this::relation));
        link.addNewR().addNewT().setStringValue(printed.text());
    }

    private String relation(String address) {
        return document.getPackagePart()
                .addExternalRelationship(address, XWPFRelation.HYPERLINK.getRelation())
                .getId();
    }

    /** Letters, digits and underscores, forty at most, as Word wants it. */
    private static String name(int number, String name) {
        String bookmark = FIGURE + number + "_" + name.replaceAll("[^\\p{L}\\p{N}]", "_");
        return bookmark.length() <= LONGEST_BOOKMARK ? bookmark : bookmark.substring(0, LONGEST_BOOKMARK);
    }
}
