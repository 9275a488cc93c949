package org.diaodu.bulletin.reader.grammar;

import java.util.List;

/** Indicators under the names they are called by: indicators.tsv. */
final class Indicators {
    private static final List<String[]> NAMES = Lexicon.rows("/org/diaodu/bulletin/reader/indicators.tsv");

    private Indicators() {}

    static String proper(String name, Home home) {
        String proper = name;
        for (String[] row : NAMES) {
            if (proper.contains(row[0])) {
                proper = proper.replace(row[0], product(row[1], home));
            }
        }
        return proper;
    }

    /** The product of a nation is called 国内, that of Hong Kong 本地. */
    private static String product(String name, Home home) {
        if (!name.equals("地区生产总值")) {
            return name;
        }
        return home.name().equals("全国") ? "国内生产总值" : home.name().startsWith("香港") ? "本地生产总值" : name;
    }
}
