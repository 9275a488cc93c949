package org.diaodu.bulletin.reader;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The body of a document as people read it: repaired, without tags, a paragraph a line. Figures that are withheld are blotted
 * out.
 */
public final class LegibleText {

    /** What stands for each character of a stretch that is withheld. */
    public static final char BLOT = '□';

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

    private final StringBuilder text = new StringBuilder();
    private int[] from = new int[1024];
    private int[] to = new int[1024];

    private LegibleText() {}

    /** Each character knows the stretch of {@link ReadDocument#text()} it stands for; the end of a line stands for nothing. */
    public static LegibleText of(ReadDocument document) {
        List<Repair> repairs = document.repairs().stream()
                .sorted(Comparator.comparingInt(Repair::start))
                .toList();
        LegibleText legible = new LegibleText();
        int next = 0;
        for (Span paragraph : document.body()) {
            while (next < repairs.size() && repairs.get(next).start() < paragraph.start()) {
                next++;
            }
            next = paragraph(document, paragraph, repairs, next, legible);
            legible.append('\n', paragraph.end(), paragraph.end());
        }
        return legible;
    }

    public String text() {
        return text.toString();
    }

    public int length() {
        return text.length();
    }

    /** Where in the file as decoded the character at {@code index} begins. */
    public int from(int index) {
        return from[index];
    }

    /** Where in the file as decoded the character at {@code index} ends, exclusive. */
    public int to(int index) {
        return to[index];
    }

    private void append(char c, int start, int end) {
        if (text.length() == from.length) {
            from = Arrays.copyOf(from, 2 * from.length);
            to = Arrays.copyOf(to, 2 * to.length);
        }
        from[text.length()] = start;
        to[text.length()] = end;
        text.append(c);
    }

    private static int paragraph(
            ReadDocument document, Span paragraph, List<Repair> repairs, int first, LegibleText legible) {
        String text = document.text();
        Matcher tag = TAG.matcher(text);
        Matcher entity = ENTITY.matcher(text);
        List<Span> withheld = document.withheld();
        int next = first;
        int i = paragraph.start();
        while (i < paragraph.end()) {
            char c = text.charAt(i);
            if (next < repairs.size() && repairs.get(next).start() == i) {
                Repair repair = repairs.get(next++);
                for (char each : repair.after().toCharArray()) {
                    legible.append(each, repair.start(), repair.end());
                }
                i = Math.max(repair.end(), i);
                if (repair.end() == repair.start() && i < paragraph.end()) {
                    legible.append(text.charAt(i), i, i + 1);
                    i++;
                }
            } else if (c == '<' && tag.region(i, paragraph.end()).lookingAt()) {
                i = tag.end();
            } else if (c == '&' && entity.region(i, paragraph.end()).lookingAt()) {
                for (char each : Parser.unescapeEntities(entity.group(), false).toCharArray()) {
                    legible.append(each == '\u00A0' ? ' ' : each, i, entity.end());
                }
                i = entity.end();
            } else {
                legible.append(shown(c, i, withheld), i, i + 1);
                i++;
            }
            while (next < repairs.size() && repairs.get(next).start() < i) {
                next++; // inside what was read already
            }
        }
        return next;
    }

    private static char shown(char c, int at, List<Span> withheld) {
        boolean hidden = withheld.stream().anyMatch(span -> span.start() <= at && at < span.end());
        return hidden && !Character.isWhitespace(c) ? BLOT : c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
}
