package org.diaodu.standards;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the region somebody meant by a code or name that is not in the table. */
final class RegionSearch {
    private static final int FARTHEST_CODE = 2;

    private RegionSearch() {}

    static @Nullable Region read(Regions regions, String text) {
        String plain = PlainText.of(text);
        Region region = regions.find(asCode(plain));
        if (region != null) return region;
        List<Region> named = regions.named(plain);
        return named.size() == 1 ? named.getFirst() : byPath(regions, plain);
    }

    private static String asCode(String plain) {
        if (!isDigits(plain)) return plain;
        return switch (plain.length()) {
            case 2 -> plain + "0000";
            case 4 -> plain + "00";
            case 9, 12 -> plain.substring(0, 6);
            default -> plain;
        };
    }

    /** 哈尔滨市道里区 or 黑龙江省哈尔滨市道里区. */
    private static @Nullable Region byPath(Regions regions, String plain) {
        Region found = null;
        for (Region r : regions.all()) {
            if (r.isCurrent() && plain.endsWith(r.name()) && fullNameEnds(regions, r, plain)) {
                if (found != null) return null;
                found = r;
            }
        }
        return found;
    }

    private static boolean fullNameEnds(Regions regions, Region region, String plain) {
        var fullName = new StringBuilder();
        for (Region r : regions.path(region.code())) fullName.append(r.name());
        return plain.length() > region.name().length() && fullName.toString().endsWith(plain);
    }

    static @Nullable Region nearest(Regions regions, String text) {
        String plain = PlainText.of(text);
        if (plain.isEmpty()) return null;
        Region known = read(regions, text);
        if (known != null) return known.isCurrent() ? known : successor(regions, known);
        return plain.chars().allMatch(c -> c < 128) ? nearestCode(regions, plain) : nearestName(regions, plain);
    }

    /** The current region of the same stem in the same province; else the dropped region's parent. */
    private static @Nullable Region successor(Regions regions, Region dropped) {
        Region province = regions.path(dropped.code()).getFirst();
        Region sameStem = regions.all().stream()
                .filter(r -> r.isCurrent() && r.stem().equals(dropped.stem()))
                .filter(r -> regions.isWithin(r.code(), province.code()))
                .min(Comparator.comparing(r -> r.level() != dropped.level()))
                .orElse(null);
        if (sameStem != null) return sameStem;
        Region parent = regions.parentOf(dropped.code());
        return parent == null || parent.isCurrent() ? parent : successor(regions, parent);
    }

    private static @Nullable Region nearestCode(Regions regions, String typed) {
        String code = asCode(typed);
        return regions.all().stream()
                .filter(Region::isCurrent)
                .filter(r -> Math.abs(code.length() - r.code().length()) <= FARTHEST_CODE)
                .filter(r -> EditDistance.between(code, r.code()) <= FARTHEST_CODE)
                .min(Comparator.comparingInt((Region r) -> EditDistance.between(code, r.code()))
                        .thenComparing(r -> commonStart(code, r.code()), Comparator.reverseOrder())
                        .thenComparing(Region::code))
                .orElse(null);
    }

    private static @Nullable Region nearestName(Regions regions, String name) {
        String stem = new Region("", name, Region.Level.COUNTY, null, null, null).stem();
        return regions.all().stream()
                .filter(Region::isCurrent)
                .filter(r -> r.stem().equals(stem) || EditDistance.between(name, r.name()) * 2 < name.length())
                .min(Comparator.comparing((Region r) -> !r.stem().equals(stem))
                        .thenComparingInt(r -> EditDistance.between(name, r.name()))
                        .thenComparing(Region::code))
                .orElse(null);
    }

    private static int commonStart(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
