package org.diaodu.server.supply;

import java.util.List;
import java.util.Optional;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;

/** The provinces letters go to and come from (GB/T 2260). */
public final class Provinces {

    private Provinces() {}

    public static List<Region> all() {
        return Regions.bundled().all().stream()
                .filter(region -> region.level() == Region.Level.PROVINCE && region.isCurrent())
                .toList();
    }

    /** The name of a province by its code; empty where the code is no province's. */
    public static Optional<String> name(String code) {
        return code.matches("[0-9]{2}0000")
                ? Optional.ofNullable(Regions.bundled().find(code)).map(Region::name)
                : Optional.empty();
    }
}
