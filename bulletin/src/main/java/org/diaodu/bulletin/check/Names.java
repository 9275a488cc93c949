package org.diaodu.bulletin.check;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the words for a total or a comparator can mean something the text has named. */
final class Names {

    private static final Pattern SCOPE = Pattern.compile("[全我本]([国省市州区县盟旗])");
    private static final Pattern PLACE = Pattern.compile("[一-龥]{2,}([省市州县盟旗])(?=[^场政])");
    private static final String GENERIC = "全部|全体|所有|平均|水平|面上|整体|总体|增长|增速|增幅|的|整个|全社会|总量|总数|总额|同期|共";

    private Names() {}

    static String canonical(String words) {
        return words.replaceAll("\\s+", "")
                .replaceAll("(?:地区|国内)?生产总值|经济总量|^经济$", "GDP")
                .replace("规模以上", "规上")
                .replaceAll("第([一二三])产业", "$1产");
    }

    /** How what a figure is set against and a name in the text go together. */
    enum Match {
        /** The text says the name. */
        NAMED,
        /** The text says nothing that tells: 全市, 平均, or nothing at all. */
        UNNAMED,
        /** They have words in common. */
        ALIKE,
        /** The text means another. */
        OTHER
    }

    /** Whether {@code other}, what a figure is set against, can be what {@code label} names. */
    static Match match(String other, String label) {
        String sought = canonical(other).replaceAll(GENERIC, "");
        String named = canonical(label);
        Matcher scope = SCOPE.matcher(sought);
        if (scope.find()) {
            String of = scope(named);
            if (!of.isEmpty() && !of.equals(scope.group(1))
                    || of.isEmpty() && scope.group(1).equals("国")) {
                return Match.OTHER;
            }
            sought = scope.replaceFirst("");
        }
        if (sought.isEmpty()) {
            return Match.UNNAMED;
        }
        return named.contains(sought) ? Match.NAMED : overlap(sought, named) ? Match.ALIKE : Match.OTHER;
    }

    private static String scope(String label) {
        Matcher scope = SCOPE.matcher(label);
        if (scope.find()) {
            return scope.group(1);
        }
        Matcher place = PLACE.matcher(label);
        return place.find() ? place.group(1) : "";
    }

    private static boolean overlap(String a, String b) {
        Set<String> common = new HashSet<>(pairs(a));
        common.retainAll(pairs(b));
        return !common.isEmpty();
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
