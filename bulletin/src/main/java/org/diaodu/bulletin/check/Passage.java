package org.diaodu.bulletin.check;

import java.util.List;

/**
 * A text read for its arithmetic.
 *
 * @param name the file, or the file and line of a passage
 * @param offset where it begins in the whole text
 * @param carriers what its figures are about, in the order of the text
 * @param breakdowns the totals with parts listed under them
 */
record Passage(
        String name,
        String text,
        int offset,
        List<Carrier> carriers,
        List<Breakdown> breakdowns,
        List<Figure> figures) {

    Evidence evidence(Figure figure) {
        return figure.evidence(name, offset);
    }
}
