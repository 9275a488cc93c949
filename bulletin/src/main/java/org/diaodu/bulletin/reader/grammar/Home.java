package org.diaodu.bulletin.reader.grammar;

import java.util.Comparator;
import java.util.Map;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/**
 * The region a document speaks of when it says 全省, 全市 or nothing at all.
 *
 * @param name the region
 * @param province its province; null for a nation
 * @param city the city spoken of most; null if none is
 */
record Home(
        String name,
        @Nullable String province,
        @Nullable String city,
        @Nullable String county) {

    static Home of(String title, String text) {
        Map<String, Integer> mentions = Places.mentions(text);
        Places.mentions(title).forEach((name, count) -> mentions.merge(name, 3 * count, Integer::sum));
        mentions.remove("全球");
        boolean nation = title.contains("全国") || title.contains("中国") || text.contains("国家统计局");
        String top = mentions.entrySet().stream()
                .filter(e -> !e.getKey().equals("全国"))
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("全国");
        if (nation && mentions.getOrDefault(top, 0) <= mentions.getOrDefault("全国", 0)) {
            top = "全国";
        }
        Region region = Places.region(top);
        if (region == null) {
            return new Home(top, null, null, null);
        }
        region = narrowed(region, mentions, text);
        String city = best(mentions, Region.Level.PREFECTURE);
        String county = best(mentions, Region.Level.COUNTY);
        return new Home(
                region.name(),
                province(region),
                region.level() == Region.Level.PREFECTURE ? region.name() : city,
                county);
    }

    /** The city or county the document is really of: within the region, named half as often, and alone in that. */
    private static Region narrowed(Region region, Map<String, Integer> mentions, String text) {
        Region narrow = region;
        int own = mentions.getOrDefault(region.name(), 1);
        int rivals = 0;
        for (String name : mentions.keySet()) {
            Region inner = Places.region(name);
            if (inner == null || inner == region || !Regions.bundled().isWithin(inner.code(), region.code())) {
                continue;
            }
            int count =
                    Math.max(mentions.getOrDefault(name, 0), inner.stem().length() > 1 ? count(text, inner.stem()) : 0);
            if (2 * count >= own) {
                rivals++;
                narrow = inner;
            }
        }
        return rivals == 1 ? narrow : region;
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private static @Nullable String best(Map<String, Integer> mentions, Region.Level level) {
        return mentions.entrySet().stream()
                .filter(e -> Places.region(e.getKey()) instanceof Region r && r.level() == level)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable String province(Region region) {
        Region up = Regions.bundled().path(region.code()).stream()
                .filter(r -> r.level() == Region.Level.PROVINCE)
                .findFirst()
                .orElse(null);
        return up == null ? null : up.name();
    }

    /** The region 全省, 我市 and the like mean. */
    String meant(String word) {
        char level = word.charAt(word.length() - 1);
        String meant = switch (level) {
            case '省' -> province;
            case '区' -> province;
            case '市' -> city;
            case '县' -> county;
            case '国' -> "全国";
            case '港' -> "香港";
            default -> null;
        };
        return meant == null ? name : meant;
    }
}
