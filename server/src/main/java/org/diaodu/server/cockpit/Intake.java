package org.diaodu.server.cockpit;

import java.util.List;

/** How many returns of a period are in, of how many expected, in all and by the regions below. */
public record Intake(int filed, int expected, List<Part> parts) {

    /** One region below. */
    public record Part(String region, String name, int filed, int expected) {}

    public double sharePct() {
        return expected == 0 ? Double.NaN : 100.0 * filed / expected;
    }
}
