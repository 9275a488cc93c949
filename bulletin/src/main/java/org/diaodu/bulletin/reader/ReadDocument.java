package org.diaodu.bulletin.reader;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.bulletin.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read.
 *
 * @param file its name
 * @param text its text as decoded, markup and all; what a word processor or a pdf holds is its text in reading order
 * @param body the stretches of the text that are the document itself, in order, one a paragraph
 * @param statements what it states, in the order of the text
 * @param repairs the damage that was undone
 * @param published the day it was published, if it says so
 * @param title its headline, repaired; empty where it has none
 * @param charset the encoding the file was read in
 * @param withheld the stretches whose figures cannot be trusted and are not given
 */
public record ReadDocument(
        String file,
        String text,
        List<Span> body,
        List<Statement> statements,
        List<Repair> repairs,
        @Nullable LocalDate published,
        String title,
        String charset,
        List<Span> withheld) {

    public ReadDocument {
        body = List.copyOf(body);
        statements = List.copyOf(statements);
        repairs = List.copyOf(repairs);
        withheld = List.copyOf(withheld);
    }
}
