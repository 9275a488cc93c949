package org.diaodu.bulletin.reader.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.diaodu.bulletin.reader.text.Traced;
import org.jspecify.annotations.Nullable;

/**
 * A page without its noise.
 *
 * @param title its headline; null if it has none
 * @param titleParagraph the paragraph that is the headline; null if it stands only in the markup
 * @param paragraphs the document itself
 * @param published the day it was published, if it says so
 */
public record Page(
        @Nullable String title,
        List<Paragraph> paragraphs,
        @Nullable LocalDate published) {

    private static final Pattern TAG = Pattern.compile(
            "<(?:p|div|html|body|span|br|table|td|h[1-6]|meta|script)[\\s>/]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]*)</title>", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECORATION =
            Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)|^#{1,6}\\s+|^>\\s+|\\*\\*|^[-=*_]{3,}$|<https?://[^>]*>");

    /** Reads the paragraphs of a text with markup, of markdown or of plain lines. */
    public static Page of(String text) {
        FrontMatter front = FrontMatter.of(text);
        String rest = text.substring(front.end());
        boolean markup = TAG.matcher(rest.length() > 200_000 ? rest.substring(0, 200_000) : rest)
                .find();
        List<Paragraph> all = markup ? Markup.paragraphs(rest, front.end()) : lines(rest, front.end());
        LocalDate published = front.date() == null ? null : Dates.anywhere(front.date());
        if (published == null) {
            published = Dates.published(all);
        }
        String title = front.title();
        if (title == null && markup) {
            var m = TITLE.matcher(rest);
            title = m.find() && !m.group(1).isBlank() ? m.group(1).strip() : null;
        }
        List<Paragraph> body = Noise.without(all);
        if (title == null) {
            title = body.stream()
                    .filter(p -> p.heading() || p.text().length() < 60)
                    .map(p -> p.text().text())
                    .findFirst()
                    .orElse(null);
        }
        return new Page(title, body, published);
    }

    private static List<Paragraph> lines(String text, int offset) {
        List<Paragraph> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(text.substring(start, end), offset + start, lines);
            start = end + 1;
        }
        return lines;
    }

    /** A line of markdown: signs of emphasis go, the words of a link stay and count as linked. */
    private static void line(String line, int offset, List<Paragraph> lines) {
        var text = new Traced.Builder();
        Traced whole = Traced.of(line, offset);
        int linked = 0;
        int at = 0;
        var m = DECORATION.matcher(line);
        while (m.find()) {
            text.append(whole, at, m.start());
            if (m.group(1) != null && line.charAt(m.start()) != '!') {
                text.append(whole, m.start(1), m.end(1));
                linked += m.end(1) - m.start(1);
            }
            at = m.end();
        }
        text.append(whole, at, line.length());
        Traced trimmed = Blank.trim(text.build());
        if (trimmed.length() > 0) {
            lines.add(new Paragraph(trimmed, line.startsWith("#"), linked));
        }
    }
}
