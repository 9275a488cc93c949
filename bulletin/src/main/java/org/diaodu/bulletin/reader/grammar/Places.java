package org.diaodu.bulletin.reader.grammar;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** The names of regions: full ones, and short ones of provinces and cities. Immutable. */
final class Places {
    private static final Map<String, Region> NAMES = new HashMap<>();
    private static final WordSet WORDS;
    private static final String[][] NATIONS = {
        {"全国", "全国"},
        {"我国", "全国"},
        {"中国", "全国"},
        {"香港", "香港"},
        {"本港", "香港"},
        {"澳门", "澳门"},
        {"台湾", "台湾"},
        {"美国", "美国"},
        {"日本", "日本"},
        {"欧元区", "欧元区"},
        {"欧盟", "欧盟"},
        {"英国", "英国"},
        {"德国", "德国"},
        {"俄罗斯", "俄罗斯"},
        {"印度", "印度"},
        {"韩国", "韩国"},
        {"全球", "全球"},
        {"世界", "全球"},
        {"内地", "全国"},
        {"大陆", "全国"},
        {"东盟", "东盟"},
        {"越南", "越南"}
    };
    private static final Map<String, String> OUTSIDE = new HashMap<>();

    static {
        for (Region region : Regions.bundled().all()) {
            if (!region.isCurrent()) {
                continue;
            }
            NAMES.putIfAbsent(region.name(), region);
            if (region.level() != Region.Level.COUNTY && region.stem().length() > 1) {
                NAMES.putIfAbsent(region.stem(), region);
            }
            String plain = shortProvince(region.name());
            if (plain != null) {
                NAMES.put(plain, region);
            }
        }
        for (String[] nation : NATIONS) {
            OUTSIDE.put(nation[0], nation[1]);
        }
        var all = new java.util.HashSet<>(NAMES.keySet());
        all.addAll(OUTSIDE.keySet());
        all.removeIf(name -> name.length() < 2);
        WORDS = new WordSet(all);
    }

    private Places() {}

    private static @Nullable String shortProvince(String name) {
        return switch (name) {
            case "内蒙古自治区" -> "内蒙古";
            case "广西壮族自治区" -> "广西";
            case "西藏自治区" -> "西藏";
            case "宁夏回族自治区" -> "宁夏";
            case "新疆维吾尔自治区" -> "新疆";
            default -> null;
        };
    }

    /** The longest name that begins at {@code at}. */
    static @Nullable String at(CharSequence text, int at) {
        return WORDS.at(text, at);
    }

    static @Nullable Region region(String name) {
        return OUTSIDE.containsKey(name) ? null : NAMES.get(name);
    }

    /** The name as the standard has it. */
    static String proper(String name) {
        String outside = OUTSIDE.get(name);
        Region region = NAMES.get(name);
        return outside != null ? outside : region != null ? region.name() : name;
    }

    /** How often each region is named in a text, in the order of first mention. */
    static Map<String, Integer> mentions(String text) {
        Map<String, Integer> mentions = new LinkedHashMap<>();
        for (int i = 0; i < text.length(); i++) {
            String name = at(text, i);
            if (name != null) {
                mentions.merge(proper(name), 1, Integer::sum);
                i += name.length() - 1;
            }
        }
        return mentions;
    }
}
