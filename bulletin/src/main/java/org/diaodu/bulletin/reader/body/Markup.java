package org.diaodu.bulletin.reader.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diaodu.bulletin.reader.text.Traced;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Splits a page with markup into paragraphs, each character with its place in the source. */
final class Markup implements NodeVisitor {
    private static final Set<String> UNREAD = Set.of(
            "script",
            "style",
            "noscript",
            "nav",
            "footer",
            "aside",
            "form",
            "button",
            "select",
            "textarea",
            "iframe",
            "svg",
            "head",
            "template",
            "object");
    private static final Set<String> INLINE = Set.of(
            "a", "b", "strong", "i", "em", "u", "span", "font", "sub", "sup", "small", "big", "mark", "label", "s",
            "del", "ins", "abbr", "code", "cite", "q", "time", "var", "wbr", "img");

    private final String source;
    private final int offset;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private Traced.Builder line = new Traced.Builder();
    private int linked;
    private int unread;
    private int links;
    private int headings;

    private Markup(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    static List<Paragraph> paragraphs(String source, int offset) {
        var parser = Parser.htmlParser().setTrackPosition(true);
        var page = parser.parseInput(source, "");
        var reading = new Markup(source, offset);
        page.body().traverse(reading);
        reading.finish();
        return reading.paragraphs;
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode text when unread == 0 -> read(text);
            case Element element -> enter(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (UNREAD.contains(name)) {
            unread--;
        } else if (name.equals("a")) {
            links--;
        } else if (heading(name)) {
            finish();
            headings--;
        } else if (!INLINE.contains(name)) {
            finish();
        }
    }

    private void enter(Element element) {
        String name = element.normalName();
        if (UNREAD.contains(name)) {
            unread++;
        } else if (name.equals("a")) {
            links++;
        } else if (heading(name)) {
            finish();
            headings++;
        } else if (!INLINE.contains(name)) {
            finish();
        }
    }

    private static boolean heading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Walks text and source side by side: an entity is one character of the text and several of the source. */
    private void read(TextNode node) {
        String text = node.getWholeText();
        int at = node.sourceRange().isTracked() ? node.sourceRange().startPos() : -1;
        if (at < 0) {
            return;
        }
        boolean top =
                node.parent() instanceof Element parent && parent.normalName().equals("body");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int length = 1;
            if (at < source.length() && source.charAt(at) == '&' && (c != '&' || isEntity(at))) {
                int end = source.indexOf(';', at);
                length = end > 0 && end - at < 12 ? end - at + 1 : 1;
            }
            if (c == '\n' && top) {
                finish();
            } else {
                line.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c, offset + at, offset + at + length);
                linked += links > 0 ? 1 : 0;
            }
            at += length;
        }
    }

    private boolean isEntity(int at) {
        return source.startsWith("&amp;", at) || source.startsWith("&#38;", at);
    }

    private void finish() {
        Traced text = Blank.trim(line.build());
        if (text.length() > 0) {
            paragraphs.add(new Paragraph(text, headings > 0, linked));
        }
        line = new Traced.Builder();
        linked = 0;
    }
}
