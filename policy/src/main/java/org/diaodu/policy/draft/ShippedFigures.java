package org.diaodu.policy.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures shipped with the platform, such as the one-year LPR, for a new clause that draws on them. */
public final class ShippedFigures {

    private static final String FOLDER = "/policies/parameters/";

    private ShippedFigures() {}

    /** The texts of their files by id; a figure that is not shipped is left to the author. */
    public static Map<String, String> of(List<DraftFact> facts) {
        Map<String, String> figures = new TreeMap<>();
        for (DraftFact fact : facts) {
            if (fact.parameter()) {
                try (InputStream file = ShippedFigures.class.getResourceAsStream(FOLDER + fact.holder() + ".csv")) {
                    if (file != null) {
                        figures.put(fact.holder(), new String(file.readAllBytes(), StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return figures;
    }
}
