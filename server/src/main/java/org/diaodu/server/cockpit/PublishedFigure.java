package org.diaodu.server.cockpit;

import java.time.LocalDate;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * A published growth to compare with, with the document it stands in.
 *
 * @param indicator what grew: {@link #VALUE_ADDED} or {@link #GDP}, or a name of the province's own
 * @param scope {@link #NATION} or a six-digit region code
 * @param value growth on the same period last year in per cent
 * @param source the document, as people cite it
 * @param url where it can be read; empty if nowhere
 */
public record PublishedFigure(
        Period period,
        String indicator,
        String scope,
        double value,
        String source,
        String url,
        @Nullable LocalDate publishedOn) {
    public static final String VALUE_ADDED = "value_added";
    public static final String GDP = "gdp";
    public static final String NATION = "nation";
}
