package org.diaodu.server.registry;

import java.util.List;
import java.util.stream.Stream;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;

/** Names of codes, and the choices a form offers. */
public final class Regional {

    private Regional() {}

    /** A region's name with the city's in front of a county's. */
    public static String name(String code) {
        Region region = Regions.bundled().find(code);
        if (region == null) {
            return code;
        }
        Region parent = Regions.bundled().parentOf(code);
        return parent == null || parent.level() == Region.Level.PROVINCE || region.level() == Region.Level.PREFECTURE
                ? region.name()
                : parent.name() + region.name();
    }

    public static String industry(String code) {
        Industry industry = Industries.bundled().find(code);
        return industry == null ? code : code + " " + industry.name();
    }

    /** A code and its name. */
    public record Choice(String code, String name) {}

    /** The cities and counties within the caller's unit. */
    public static List<Choice> regions() {
        Scope scope = Callers.current().scope();
        String prefix =
                scope.regionPrefix().length() >= 2 ? scope.regionPrefix().substring(0, 2) : "23";
        Region province = Regions.bundled().find(prefix + "0000");
        return province == null
                ? List.of()
                : below(province.code())
                        .filter(region -> region.isCurrent() && scope.allows(region.code()))
                        .map(region -> new Choice(
                                region.code(),
                                region.level() == Region.Level.PREFECTURE ? region.name() : "　" + region.name()))
                        .toList();
    }

    private static Stream<Region> below(String code) {
        return Regions.bundled().children(code).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), below(child.code())));
    }

    public static List<Choice> divisions() {
        return Industries.bundled().industrialDivisions().stream()
                .map(division -> new Choice(division.code(), division.code() + " " + division.name()))
                .toList();
    }

    /**
     * The prefix for a filter by a city or county somebody asked for, "" for none; a region outside the own is denied. Whoever has
     * no region, and sees by member unit, filters by any.
     */
    public static String prefixAsked(String code) {
        if (!code.isEmpty() && !Callers.current().scope().equals(Scope.NOTHING)) {
            Callers.requireUnit(code);
        }
        return prefix(code);
    }

    /** The prefix every code inside a unit's region begins with; for a filter by city or county. */
    public static String prefix(String code) {
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
