package org.diaodu.bulletin.reader.body;

import org.diaodu.bulletin.reader.text.Traced;

/**
 * A paragraph of a page.
 *
 * @param text its words
 * @param heading whether it is marked as a headline
 * @param linked how many of its characters are links
 */
public record Paragraph(Traced text, boolean heading, int linked) {

    boolean mostlyLinks() {
        return linked * 2 > text.length();
    }
}
