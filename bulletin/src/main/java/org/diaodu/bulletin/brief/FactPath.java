package org.diaodu.bulletin.brief;

import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.Fact.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Finds a fact by the name a printed figure has: {@code 增速}, {@code 增速与全国.差}, {@code 增速与全国.对照}, or
 * {@code 行业上拉.2.贡献} for the second row.
 */
final class FactPath {

    static final String DIFFERENCE = ".差";
    static final String OTHER = ".对照";

    private FactPath() {}

    static @Nullable Fact find(Map<String, Fact> facts, String name) {
        Fact there = facts.get(name);
        if (there != null) return there;
        if (name.endsWith(DIFFERENCE)) {
            return find(facts, without(name, DIFFERENCE)) instanceof Fact.Pair(Figure own, Figure other)
                    ? new Figure(own.rounded().subtract(other.rounded()), own.decimals(), own.unit(), own.address())
                    : null;
        }
        if (name.endsWith(OTHER)) {
            return find(facts, without(name, OTHER)) instanceof Fact.Pair pair ? pair.other() : null;
        }
        String[] path = name.split("\\.", 3);
        if (path.length < 3 || !path[1].matches("[1-9][0-9]{0,3}")) return null;
        if (!(facts.get(path[0]) instanceof Fact.Rows(List<Map<String, Fact>> rows))) return null;
        int row = Integer.parseInt(path[1]) - 1;
        return row < rows.size() ? find(rows.get(row), path[2]) : null;
    }

    private static String without(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }
}
