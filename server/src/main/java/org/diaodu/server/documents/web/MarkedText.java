package org.diaodu.server.documents.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diaodu.server.documents.MarkedStatement;
import org.diaodu.server.documents.PublishedDocument;
import org.jspecify.annotations.Nullable;

/** The text of a document in paragraphs, each in pieces: plain words, and the words of statements. */
public final class MarkedText {

    private MarkedText() {}

    /** Words, and the statement they are; null for plain ones. */
    public record Piece(String words, @Nullable MarkedStatement statement) {}

    public record Paragraph(List<Piece> pieces) {}

    /** Words that two statements share belong to the earlier one; tags left in the text are shown as the words they are. */
    public static List<Paragraph> of(PublishedDocument document, List<MarkedStatement> statements) {
        List<MarkedStatement> inOrder = statements.stream()
                .sorted(Comparator.comparingInt(MarkedStatement::starts))
                .toList();
        List<Paragraph> paragraphs = new ArrayList<>();
        String text = document.content();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            List<Piece> pieces = pieces(text, from, to, inOrder);
            if (!pieces.isEmpty()) paragraphs.add(new Paragraph(pieces));
            from = to + 1;
        }
        return paragraphs;
    }

    private static List<Piece> pieces(String text, int from, int to, List<MarkedStatement> statements) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (MarkedStatement each : statements) {
            int start = Math.max(at, each.starts());
            int end = Math.min(to, each.ends());
            if (each.starts() < from || start >= end) continue;
            plain(pieces, text.substring(at, start));
            pieces.add(new Piece(text.substring(start, end), each));
            at = end;
        }
        if (at < to) plain(pieces, text.substring(at, to));
        return pieces.stream().allMatch(piece -> piece.words().isBlank()) ? List.of() : pieces;
    }

    private static void plain(List<Piece> pieces, String words) {
        if (!words.isEmpty()) pieces.add(new Piece(words, null));
    }
}
