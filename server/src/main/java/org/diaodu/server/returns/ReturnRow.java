package org.diaodu.server.returns;

import java.util.Map;

/**
 * One enterprise's return in a batch.
 *
 * @param figures by item code
 * @param explanations by {@link Finding#key()} for single findings, or {@link #FOR_ALL} for every finding of the return
 */
public record ReturnRow(String creditCode, Figures figures, Map<String, String> explanations) {

    /** The key of an explanation that goes for the whole return. */
    public static final String FOR_ALL = "*";

    public ReturnRow(String creditCode, Map<String, Figure> figures) {
        this(creditCode, Figures.of(figures), Map.of());
    }

    String digest() {
        return figures.digest(explanations);
    }
}
