package org.diaodu.standards;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The regions of China as at the end of 2025, and for Heilongjiang the codes dropped since 1990. Immutable, safe for
 * any number of threads; read from the class path on first use.
 */
public final class Regions {
    private final Map<String, Region> byCode;
    private final Map<String, List<Region>> byParent;

    private Regions(List<String[]> rows) {
        byCode = LinkedHashMap.newLinkedHashMap(rows.size());
        byParent = new HashMap<>();
        for (String[] row : rows) {
            var region = new Region(
                    row[0],
                    row[1],
                    Region.Level.of(row[2]),
                    row[3].isEmpty() ? null : row[3],
                    row[4].isEmpty() ? null : Integer.valueOf(row[4]),
                    row[5].isEmpty() ? null : Integer.valueOf(row[5]));
            byCode.put(region.code(), region);
            if (region.parent() != null) childrenOf(region.parent()).add(region);
        }
    }

    private List<Region> childrenOf(String parent) {
        List<Region> children = byParent.get(parent);
        if (children == null) {
            children = new ArrayList<>();
            byParent.put(parent, children);
        }
        return children;
    }

    private static final class Bundled {
        private static final Regions TABLE =
                new Regions(BundledTable.rows("gbt2260-regions.csv", "code,name,level,parent,valid_from,valid_to"));
    }

    /** The table that comes with the platform. */
    public static Regions bundled() {
        return Bundled.TABLE;
    }

    /** The region of exactly this code, dropped codes included; null if there is none. */
    public @Nullable Region find(String code) {
        return byCode.get(code);
    }

    /**
     * The region of exactly this code, dropped codes included.
     *
     * @throws StandardsException {@code REGION-UNKNOWN}, with the nearest code
     */
    public Region get(String code) {
        Region region = byCode.get(code);
        if (region == null) throw unknown(code);
        return region;
    }

    /**
     * The region a person means by this text: a code in full width, cut to 2 or 4 digits or lengthened to 12, or the
     * one current region of that name.
     *
     * @throws StandardsException {@code REGION-UNKNOWN}, with the nearest code
     */
    public Region parse(String text) {
        Region region = RegionSearch.read(this, text);
        if (region == null) throw unknown(text);
        return region;
    }

    /** Every region of the table, dropped codes included, in code order. */
    public Collection<Region> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** The regions on the list of that month's year (see {@link Region#isValidIn}). */
    public List<Region> at(YearMonth month) {
        return byCode.values().stream().filter(r -> r.isValidIn(month)).toList();
    }

    /** The parent by the table; null for a province or an unknown code. */
    public @Nullable Region parentOf(String code) {
        Region region = byCode.get(code);
        return region == null || region.parent() == null ? null : byCode.get(region.parent());
    }

    /** The current regions directly under this one, in code order. */
    public List<Region> children(String code) {
        return byParent.getOrDefault(code, List.of()).stream()
                .filter(Region::isCurrent)
                .toList();
    }

    /** The regions directly under this one in that month's year, in code order. */
    public List<Region> children(String code, YearMonth month) {
        return byParent.getOrDefault(code, List.of()).stream()
                .filter(r -> r.isValidIn(month))
                .toList();
    }

    /** The way from the province down to this region, both included; empty for an unknown code. */
    public List<Region> path(String code) {
        var path = new ArrayDeque<Region>(3);
        for (Region r = byCode.get(code); r != null; r = parentOf(r.code())) path.addFirst(r);
        return List.copyOf(path);
    }

    /** Whether {@code code} is {@code ancestor} or lies under it in the table. */
    public boolean isWithin(String code, String ancestor) {
        for (Region r = byCode.get(code); r != null; r = parentOf(r.code())) {
            if (r.code().equals(ancestor)) return true;
        }
        return false;
    }

    /** The current regions of exactly this name (several districts share one), in code order. */
    public List<Region> named(String name) {
        return byCode.values().stream()
                .filter(r -> r.isCurrent() && r.name().equals(name))
                .toList();
    }

    /**
     * The current region nearest to a mistyped or dropped code or name; null if nothing is near.
     * Reads the whole table (about a millisecond): ask once for each distinct text.
     */
    public @Nullable Region nearest(String text) {
        return RegionSearch.nearest(this, text);
    }

    private StandardsException unknown(String text) {
        Region near = nearest(text);
        return new StandardsException(
                "REGION-UNKNOWN",
                text,
                "没有行政区划“" + text + "”（GB/T 2260）。"
                        + (near == null ? "请核对六位代码。" : "是否应为 " + near.code() + " " + near.name() + "？"),
                "no region \"" + text + "\" in GB/T 2260. "
                        + (near == null
                                ? "Maybe check the six digits."
                                : "Maybe " + near.code() + " " + near.name() + "?"));
    }
}
