package org.diaodu.bulletin.reader.grammar;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.reader.text.Traced;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a document whose damage is undone. */
public final class Grammar {

    private Grammar() {}

    /**
     * The statements of the paragraphs, in order.
     *
     * @param title the headline; empty if there is none
     */
    public static List<Statement> read(String title, List<Traced> paragraphs, @Nullable LocalDate published) {
        var whole = new StringBuilder();
        paragraphs.forEach(p -> whole.append(p.text()).append('\n'));
        Home home = Home.of(title, whole.toString());
        Integer year = published == null ? null : Integer.valueOf(published.getYear());
        var clock = new TimeScanner(year, published == null ? null : published.getMonthValue());
        var carried = new Carried(home);
        String currency = home.name().startsWith("香港") ? "港元" : "元";
        var opening = new Clauses(carried, clock, currency);
        if (!title.isEmpty()) {
            opening.read(Traced.of(title, 0));
        }
        var clauses = new Clauses(carried, clock, currency);
        for (Traced paragraph : paragraphs) {
            carried.paragraph();
            for (Sentences sentence : Sentences.of(paragraph)) {
                carried.sentence();
                clauses.read(sentence.main());
                for (Sentences.Aside aside : sentence.asides()) {
                    clauses.aside(aside, sentence.main());
                }
            }
        }
        return clauses.statements();
    }
}
