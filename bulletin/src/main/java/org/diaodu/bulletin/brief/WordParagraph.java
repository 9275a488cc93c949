package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.diaodu.bulletin.brief.WordEdits.Remark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTMarkupRange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** One paragraph of an edited document: its words, and which of them stand in the bookmark of a figure. */
final class WordParagraph {

    private static final int BEGIN = 16;

    private static final String NAME = "\\{([^{}|]+)\\|(?:数|绝对值)\\}";
    private static final String DIFFERENCE = "\\{([^{}|]+)\\.差\\|(?:数|绝对值)\\}";
    private static final Map<Pattern, String> FORMS = Map.of(
            Pattern.compile("(?:增长|下降)" + NAME + "%"), "{$1|增长}",
            Pattern.compile("(?:拉动|下拉)" + NAME + "个百分点"), "{$1|拉动}",
            Pattern.compile("(?:加快|回落|降幅收窄|降幅扩大)" + DIFFERENCE + "个百分点"), "{$1|快慢}",
            Pattern.compile("(?:高于|低于)([^{}]{1,30})（\\{[^{}|]+\\.对照\\|数\\}%）" + DIFFERENCE + "个百分点"), "{$2|高于 $1}");

    private final List<Run.Printed> figures;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> bookmarks = new LinkedHashSet<>();
    private String figure = "";
    private java.math.BigInteger open = java.math.BigInteger.ZERO;

    /** Words, and the bookmark of the figure they are; empty for plain words. */
    private record Part(String bookmark, String text) {}

    WordParagraph(XWPFParagraph paragraph, List<Run.Printed> figures) {
        this.figures = figures;
        try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
            read(cursor);
        }
    }

    private void read(XmlCursor cursor) {
        if (!cursor.toFirstChild()) return;
        do {
            XmlObject object = cursor.getObject();
            String name = cursor.getName().getLocalPart();
            if (object instanceof CTBookmark mark && name.equals("bookmarkStart")) {
                bookmarks.add(mark.getName());
                if (mark.getName().startsWith(WordRuns.FIGURE)) {
                    figure = mark.getName();
                    open = mark.getId();
                    parts.add(new Part(figure, ""));
                }
            } else if (object instanceof CTMarkupRange end && name.equals("bookmarkEnd")) {
                if (end.getId().equals(open)) figure = "";
            } else if (object instanceof CTText words && name.equals("t")) {
                add(words.getStringValue());
            } else if (name.equals("tab")) {
                add("\t");
            } else if (!name.equals("del") && !name.equals("pPr") && !name.equals("rPr")) {
                cursor.push();
                read(cursor);
                cursor.pop();
            }
        } while (cursor.toNextSibling());
    }

    private void add(String text) {
        if (!parts.isEmpty() && parts.getLast().bookmark().equals(figure)) {
            parts.add(new Part(figure, parts.removeLast().text() + text));
        } else {
            parts.add(new Part(figure, text));
        }
    }

    Set<String> bookmarks() {
        return bookmarks;
    }

    String text() {
        var text = new StringBuilder();
        for (Part part : parts) text.append(part.text());
        return text.toString();
    }

    String begin() {
        return text().length() <= BEGIN ? text() : text().substring(0, BEGIN) + "…";
    }

    /** Without the figures. */
    String wordsOnly() {
        var text = new StringBuilder();
        for (Part part : parts) if (part.bookmark().isEmpty()) text.append(part.text());
        return text.toString();
    }

    /** The paragraph as a line of a template: words that say which way a figure goes become its form again. */
    String source(Map<String, Fact> facts) {
        var source = new StringBuilder();
        for (Part part : parts) {
            Run.Printed printed = printed(part);
            if (printed == null) {
                source.append(named(part.text().replaceAll("([\\\\{}\\[\\]])", "\\\\$1"), facts));
            } else {
                boolean unsigned = FactPath.find(facts, printed.name()) instanceof Fact.Figure fact
                        && fact.rounded().signum() < 0
                        && !printed.text().startsWith("−");
                source.append('{').append(printed.name()).append(unsigned ? "|绝对值}" : "|数}");
            }
        }
        return formed(source.toString());
    }

    /** Words that are facts, the period and the region say, become their names, so that they change with the month. */
    private static String named(String words, Map<String, Fact> facts) {
        String named = words;
        List<Map.Entry<String, String>> texts = new ArrayList<>();
        facts.forEach((name, fact) -> {
            if (fact instanceof Fact.Text(String said) && said.length() > 1) texts.add(Map.entry(said, name));
        });
        texts.sort(Comparator.comparingInt(text -> -text.getKey().length()));
        for (Map.Entry<String, String> text : texts) {
            named = named.replaceAll(
                    "(?<!\\{)" + Pattern.quote(text.getKey()) + "(?!})",
                    Matcher.quoteReplacement("{" + text.getValue() + "}"));
        }
        return named;
    }

    private static String formed(String source) {
        String formed = source;
        for (Map.Entry<Pattern, String> form : FORMS.entrySet()) {
            formed = form.getKey().matcher(formed).replaceAll(form.getValue());
        }
        return formed;
    }

    /** Figures that were typed over, or emptied. */
    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (Part part : parts) {
            Run.Printed printed = printed(part);
            if (printed == null || printed.text().equals(part.text())) continue;
            remarks.add(new Remark(
                    part.text().isBlank() ? Remark.Kind.FIGURE_GONE : Remark.Kind.FIGURE_CHANGED,
                    begin(),
                    part.text(),
                    printed.text()));
        }
        return remarks;
    }

    private Run.@org.jspecify.annotations.Nullable Printed printed(Part part) {
        if (!part.bookmark().startsWith(WordRuns.FIGURE)) return null;
        String digits = part.bookmark().substring(WordRuns.FIGURE.length()).replaceAll("_.*", "");
        if (!digits.matches("[0-9]{1,6}")) return null;
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= figures.size() ? figures.get(number - 1) : null;
    }
}
