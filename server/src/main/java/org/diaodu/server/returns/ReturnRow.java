package org.diaodu.server.returns;

import java.util.Map;

/**
 * One enterprise's return in a batch.
 *
 * @param figures by item code
 * @param explanations by {@link Finding#key()}, for findings that must be explained
 */
public record ReturnRow(String creditCode, Figures figures, Map<String, String> explanations) {

    public ReturnRow(String creditCode, Map<String, Figure> figures) {
        this(creditCode, Figures.of(figures), Map.of());
    }
}
