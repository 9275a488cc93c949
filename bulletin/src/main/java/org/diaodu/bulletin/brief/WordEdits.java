package org.diaodu.bulletin.brief;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * Takes back a brief that was edited in Word: its words are kept, its figures are put back from the facts by their
 * bookmarks, and what differs is told. A paragraph whose words did not change keeps its line of the template.
 */
public final class WordEdits {

    private static final Pattern HEADING = Pattern.compile("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)");
    private static final Pattern NUMBER = Pattern.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?(?![0-9.．—-]*(?:月|年|日|季度))");

    private final Brief brief;
    private final Map<String, Fact> facts;
    private final Map<Integer, String> lines;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final Map<String, List<Integer>> unchanged = new HashMap<>();
    private final List<Run.Printed> figures = new ArrayList<>();

    private WordEdits(Brief brief, Template template, Map<String, Fact> facts) {
        this.brief = brief;
        this.facts = facts;
        List<String> raw = template.text().lines().toList();
        this.lines = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) lines.put(i + 1, raw.get(i).strip());
        index();
    }

    /**
     * A template with the words of the document, and what was noticed.
     *
     * @param template its text
     */
    public record Edited(String template, List<Remark> remarks) {}

    /** Something to look at. {@code paragraph} is how the paragraph begins. */
    public record Remark(Kind kind, String paragraph, String found, String expected) {

        /** What was noticed. */
        public enum Kind {
            /** A figure was typed over; the platform's was put back. */
            FIGURE_CHANGED,
            /** A figure is no longer in its paragraph. */
            FIGURE_GONE,
            /** A figure was typed that leads to no rows. */
            FIGURE_TYPED,
            /** A table or chart is no longer there; it was put back at the end of its section, or left out. */
            OBJECT_GONE
        }
    }

    /**
     * Reads a document that was written from this brief.
     *
     * @throws BriefFault where it is no Word document, or not one of ours
     */
    public static Edited read(byte[] docx, Brief brief, Template template, Map<String, Fact> facts) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var edits = new WordEdits(brief, template, facts);
            edits.read(document);
            return new Edited(String.join("\n", edits.text) + "\n", List.copyOf(edits.remarks));
        } catch (IOException
                | UnsupportedFileFormatException
                | IllegalStateException
                | org.apache.poi.ooxml.POIXMLException e) {
            boolean other = e instanceof NotOfficeXmlFileException;
            throw new BriefFault(
                    "BR11",
                    other
                            ? "这不是 docx 文件。可能是旧的 doc 或 wps 格式：请在 Word 或 WPS 里另存为 docx。"
                            : "docx 文件打不开：可能已损坏或加了密码；请去掉密码后另存再上传。",
                    other
                            ? "This is no docx. Maybe an old doc or wps: save it as docx."
                            : "The docx cannot be opened: broken or encrypted. Maybe save it anew without a password.");
        }
    }

    private void index() {
        figures.addAll(figuresOf(brief.title()));
        for (Block block : brief.blocks()) {
            String key = switch (block) {
                case Block.Heading heading -> "Heading" + heading.level() + Run.text(heading.runs());
                case Block.Paragraph paragraph -> "Normal" + Run.text(paragraph.runs());
                case Block.TableBlock table -> "Caption" + Run.text(table.caption());
                case Block.ChartBlock chart -> "Caption" + Run.text(chart.caption());
            };
            unchanged.computeIfAbsent(key, _ -> new ArrayList<>()).add(block.line());
            switch (block) {
                case Block.Heading heading -> figures.addAll(figuresOf(heading.runs()));
                case Block.Paragraph paragraph -> figures.addAll(figuresOf(paragraph.runs()));
                case Block.ChartBlock chart -> figures.addAll(figuresOf(chart.caption()));
                case Block.TableBlock table -> {
                    figures.addAll(figuresOf(table.caption()));
                    table.rows().forEach(row -> row.forEach(cell -> figures.addAll(figuresOf(cell))));
                }
            }
        }
    }

    private void read(XWPFDocument document) {
        List<XWPFParagraph> paragraphs = new ArrayList<>();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) paragraphs.add(paragraph);
        }
        boolean ours = paragraphs.stream().anyMatch(paragraph -> "BriefTitle".equals(paragraph.getStyle()));
        if (!ours) {
            throw new BriefFault(
                    "BR12",
                    "这份文件不是从本简报下载的：没有简报标题样式。请先下载 Word 稿，在其中修改后再上传。",
                    "This is not the brief as downloaded: its title has lost its style. Maybe download it, edit that and upload it.");
        }
        for (XWPFParagraph paragraph : paragraphs) line(paragraph);
        for (Block block : brief.blocks()) {
            boolean object = block instanceof Block.TableBlock || block instanceof Block.ChartBlock;
            if (object
                    && !text.contains(line(block.line()))
                    && text.stream().noneMatch(one -> one.startsWith(start(block)))) {
                remarks.add(new Remark(Remark.Kind.OBJECT_GONE, start(block), "", ""));
            }
        }
    }

    private void line(XWPFParagraph paragraph) {
        String style = String.valueOf(paragraph.getStyle());
        var read = new WordParagraph(paragraph, figures);
        switch (style) {
            case "BriefTitle" -> text.add("标题：" + changed(read, "", lineOf("标题：")));
            case "Heading1", "Heading2" -> {
                String number = prefix(read.text());
                String begin = style.equals("Heading1") ? "# " : "## ";
                String before = same(style + read.text().substring(number.length()));
                text.add(before == null ? begin + changed(read, number, "") : before);
            }
            case "Caption" -> caption(read);
            case "BriefAudience", "BriefName", "BriefNumber", "BriefIssuer", "BriefFigure", "BriefNote" -> {}
            default -> {
                if (read.text().isBlank()) return;
                String before = same("Normal" + read.text());
                text.add(before == null ? guarded(changed(read, "", "")) : before);
            }
        }
    }

    private void caption(WordParagraph read) {
        for (Block block : brief.blocks()) {
            String bookmark = switch (block) {
                case Block.TableBlock table -> "tbl_" + table.number();
                case Block.ChartBlock chart -> "chart_" + chart.number();
                default -> "";
            };
            if (bookmark.isEmpty() || !read.bookmarks().contains(bookmark)) continue;
            String number = read.text().contains(" ")
                    ? read.text().substring(0, read.text().indexOf(' ') + 1)
                    : "";
            String before = same("Caption" + read.text().substring(number.length()));
            text.add(before == null ? start(block) + "｜" + changed(read, number, "") : before);
            return;
        }
        if (!read.text().isBlank()) text.add(guarded(changed(read, "", "")));
    }

    /** The line of a paragraph whose words were changed: its words, and its figures by name. */
    private String changed(WordParagraph read, String without, String unchangedLine) {
        if (!unchangedLine.isEmpty() && read.text().equals(Run.text(brief.title()))) {
            return unchangedLine.substring("标题：".length());
        }
        remarks.addAll(read.remarks());
        NUMBER.matcher(read.wordsOnly()
                        .substring(Math.min(without.length(), read.wordsOnly().length())))
                .results()
                .forEach(number -> remarks.add(new Remark(Remark.Kind.FIGURE_TYPED, read.begin(), number.group(), "")));
        String source = read.source(facts);
        return source.startsWith(without) ? source.substring(without.length()) : source;
    }

    /** The line of the template that printed the same words; null where they were changed. */
    private @org.jspecify.annotations.Nullable String same(String key) {
        List<Integer> there = unchanged.get(key);
        if (there == null || there.isEmpty()) return null;
        return line(there.size() > 1 ? there.removeFirst() : there.getFirst());
    }

    private String line(int number) {
        return lines.getOrDefault(number, "");
    }

    private String lineOf(String start) {
        return lines.values().stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElse("");
    }

    private static String start(Block block) {
        return switch (block) {
            case Block.TableBlock table -> "!表 " + table.name();
            case Block.ChartBlock chart -> "!图 " + chart.name();
            default -> "";
        };
    }

    private static String prefix(String heading) {
        var number = HEADING.matcher(heading);
        return number.find() ? number.group() : "";
    }

    /** A paragraph must not begin as a heading, title or object does. */
    private static String guarded(String line) {
        return line.matches("^(#|!表|!图|标题：).*") ? "\\" + line : line;
    }

    private static List<Run.Printed> figuresOf(List<Run> runs) {
        return runs.stream()
                .filter(Run.Printed.class::isInstance)
                .map(Run.Printed.class::cast)
                .toList();
    }
}
