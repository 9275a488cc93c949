package org.diaodu.server.access;

/**
 * A government unit: the bureau of a province, a city (prefecture) or a county.
 *
 * @param code six-digit region code (GB/T 2260), e.g. 230100
 * @param level its place in the tree
 */
public record Unit(String code, String name, Level level) {

    /** Levels of government, highest first. */
    public enum Level {
        PROVINCE(2, "省"),
        PREFECTURE(4, "市"),
        COUNTY(6, "县");

        private final int digits;
        private final String zh;

        Level(int digits, String zh) {
            this.digits = digits;
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** The digits every region code inside this unit begins with: 23, 2301 or 230102. */
    public String prefix() {
        return code.substring(0, level.digits);
    }

    /** Whether a region lies in this unit (or is it). */
    public boolean contains(String region) {
        return region.startsWith(prefix());
    }
}
