package org.diaodu.standards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The industries of GB/T 4754-2017: sections and divisions complete, industry (B, C, D) complete to the class.
 * Immutable, safe for any number of threads; read from the class path on first use.
 */
public final class Industries {
    private final Map<String, Industry> byCode;
    private final Map<String, List<Industry>> byParent;

    private Industries(List<String[]> rows) {
        byCode = LinkedHashMap.newLinkedHashMap(rows.size());
        byParent = new HashMap<>();
        for (String[] row : rows) {
            var level = Industry.Level.of(row[1]);
            var industry = new Industry(row[0], row[2], level, row[3].isEmpty() ? null : row[3]);
            byCode.put(industry.code(), industry);
            if (industry.parent() != null) childrenOf(industry.parent()).add(industry);
        }
    }

    private List<Industry> childrenOf(String parent) {
        List<Industry> children = byParent.get(parent);
        if (children == null) {
            children = new ArrayList<>();
            byParent.put(parent, children);
        }
        return children;
    }

    private static final class Bundled {
        private static final Industries TABLE =
                new Industries(BundledTable.rows("gbt4754-2017.csv", "code,level,name,parent"));
    }

    /** The table that comes with the platform. */
    public static Industries bundled() {
        return Bundled.TABLE;
    }

    /** The industry of exactly this code; null if there is none. */
    public @Nullable Industry find(String code) {
        return byCode.get(code);
    }

    /**
     * The industry of exactly this code.
     *
     * @throws StandardsException {@code INDUSTRY-UNKNOWN}, with the nearest code
     */
    public Industry get(String code) {
        Industry industry = byCode.get(code);
        if (industry == null) throw unknown(code);
        return industry;
    }

    /**
     * The industry a person means by this text: a code in full width, with its section's letter (C351), or the one
     * industry of that name (the highest level where a group and its only class share it).
     *
     * @throws StandardsException {@code INDUSTRY-UNKNOWN}, with the nearest code
     */
    public Industry parse(String text) {
        Industry industry = IndustrySearch.read(this, text);
        if (industry == null) throw unknown(text);
        return industry;
    }

    /** Every industry, depth first: each section before its divisions. */
    public Collection<Industry> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** The industries directly under this one, in code order. */
    public List<Industry> children(String code) {
        return List.copyOf(byParent.getOrDefault(code, List.of()));
    }

    public @Nullable Industry parentOf(String code) {
        Industry industry = byCode.get(code);
        return industry == null || industry.parent() == null ? null : byCode.get(industry.parent());
    }

    /** The way from the section down to this industry, both included; empty for an unknown code. */
    public List<Industry> path(String code) {
        var path = new ArrayDeque<Industry>(4);
        for (Industry i = byCode.get(code); i != null; i = parentOf(i.code())) path.addFirst(i);
        return List.copyOf(path);
    }

    /** The industry itself or the one above it at the given level; null if the code is unknown or above that level. */
    public @Nullable Industry at(Industry.Level level, String code) {
        for (Industry i = byCode.get(code); i != null; i = parentOf(i.code())) {
            if (i.level() == level) return i;
        }
        return null;
    }

    /** Whether the code lies in sections B, C or D, the scope of industrial statistics. */
    public boolean isIndustry(String code) {
        Industry section = at(Industry.Level.SECTION, code);
        return section != null && "BCD".contains(section.code());
    }

    /** The 41 divisions of industry (B, C, D), in code order. */
    public List<Industry> industrialDivisions() {
        return byCode.values().stream()
                .filter(i -> i.level() == Industry.Level.DIVISION && isIndustry(i.code()))
                .sorted(Comparator.comparing(Industry::code))
                .toList();
    }

    /**
     * The industry nearest to a mistyped code or name, the same level and parent preferred; null if none is near.
     * Reads the whole table (about a millisecond): ask once for each distinct text.
     */
    public @Nullable Industry nearest(String text) {
        return IndustrySearch.nearest(this, text);
    }

    private StandardsException unknown(String text) {
        Industry near = nearest(text);
        return new StandardsException(
                "INDUSTRY-UNKNOWN",
                text,
                "没有行业“" + text + "”（GB/T 4754-2017）。"
                        + (near == null ? "请核对行业代码，前导 0 不可省略。" : "是否应为 " + near.code() + " " + near.name() + "？"),
                "no industry \"" + text + "\" in GB/T 4754-2017. "
                        + (near == null
                                ? "Maybe a leading 0 is missing."
                                : "Maybe " + near.code() + " " + near.name() + "?"));
    }
}
