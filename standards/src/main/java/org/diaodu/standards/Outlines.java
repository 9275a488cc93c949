package org.diaodu.standards;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Simplified outlines of regions for maps on screen, as GeoJSON (RFC 7946, degrees, three decimals). Each feature has
 * the properties {@code code}, {@code name} and {@code cp}, a point inside for the label. Only Heilongjiang is bundled;
 * the outlines carry no review number (审图号) and are for display, see ORIGIN.md beside the data.
 */
public final class Outlines {
    private static final String CODE = "\"code\":\"";

    private final Map<String, String> featureByCode;

    private Outlines(String resource) {
        featureByCode = new LinkedHashMap<>();
        BundledTable.text(resource)
                .lines()
                .filter(line -> line.startsWith("{\"type\":\"Feature\","))
                .forEach(line -> {
                    int at = line.indexOf(CODE) + CODE.length();
                    featureByCode.put(
                            line.substring(at, at + 6),
                            line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
                });
    }

    private static final class Prefectures {
        private static final Outlines ALL = new Outlines("geo/hlj-prefectures.geojson");
    }

    private static final class Counties {
        private static final Outlines ALL = new Outlines("geo/hlj-counties.geojson");
    }

    /**
     * The prefectures of a province as one feature collection.
     *
     * @throws StandardsException {@code OUTLINES-NONE} if the province's outlines are not bundled
     */
    public static String prefectures(String province) {
        return Prefectures.ALL.collect(code -> isUnder(code, province), province);
    }

    /**
     * The counties of one prefecture as one feature collection.
     *
     * @throws StandardsException {@code OUTLINES-NONE} if the prefecture's outlines are not bundled
     */
    public static String counties(String prefecture) {
        return Counties.ALL.collect(code -> isUnder(code, prefecture), prefecture);
    }

    /**
     * What lies directly under this region: a province's prefectures or a prefecture's counties; null if not bundled, as
     * for every county.
     */
    public static @Nullable String under(String region) {
        if (Prefectures.ALL.any(code -> isUnder(code, region))) return prefectures(region);
        return Counties.ALL.any(code -> isUnder(code, region)) ? counties(region) : null;
    }

    private static boolean isUnder(String code, String parent) {
        Region region = Regions.bundled().find(code);
        return region != null && parent.equals(region.parent());
    }

    private boolean any(Predicate<String> wanted) {
        return featureByCode.keySet().stream().anyMatch(wanted);
    }

    private String collect(Predicate<String> wanted, String parent) {
        if (!any(wanted)) {
            throw new StandardsException(
                    "OUTLINES-NONE",
                    parent,
                    "没有 " + parent + " 下级区划的轮廓图；目前只带黑龙江省的市和县。",
                    "no outlines under " + parent
                            + ". Maybe ask for 230000 or one of its prefectures: only Heilongjiang is bundled.");
        }
        return featureByCode.entrySet().stream()
                .filter(feature -> wanted.test(feature.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}"));
    }
}
