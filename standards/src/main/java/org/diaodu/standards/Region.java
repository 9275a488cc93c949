package org.diaodu.standards;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A region of GB/T 2260 with its dates of validity, as far as they are known: {@code validFrom} is the first year whose
 * year-end list has the code, {@code validTo} the year whose year-end list no longer has it. The parent is the table's,
 * not a prefix of the code; a province has none.
 */
public record Region(
        String code,
        String name,
        Level level,
        @Nullable String parent,
        @Nullable Integer validFrom,
        @Nullable Integer validTo) {

    /** The levels of the region tree; STATISTICAL codes are county-like areas only the statistics bureaus use. */
    public enum Level {
        PROVINCE("省", "province"),
        PREFECTURE("市", "prefecture"),
        COUNTY("县", "county"),
        STATISTICAL("统计用区", "statistical");

        private final String zh;
        private final String en;

        Level(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        static Level of(String name) {
            for (Level level : values()) {
                if (level.en.equals(name)) return level;
            }
            throw new IllegalStateException("no level " + name + " in the bundled table");
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /** Whether the code is valid today (has not been dropped). */
    public boolean isCurrent() {
        return validTo == null;
    }

    /** Whether the code is on the list of that month's year, taken at the year's end: a change counts from January. */
    public boolean isValidIn(YearMonth month) {
        return (validFrom == null || validFrom <= month.getYear()) && (validTo == null || month.getYear() < validTo);
    }

    /** As {@link #isValidIn}, but in the year of a change both the old and the new code are accepted. */
    public boolean isAcceptableIn(YearMonth month) {
        return (validFrom == null || validFrom <= month.getYear()) && (validTo == null || month.getYear() <= validTo);
    }

    /** The name without its kind: 道里 of 道里区, 大兴安岭 of 大兴安岭地区. */
    public String stem() {
        for (String kind : KINDS) {
            if (name.endsWith(kind) && name.length() > kind.length() + (kind.length() == 1 ? 1 : 0)) {
                return name.substring(0, name.length() - kind.length());
            }
        }
        return name;
    }

    private static final String[] KINDS = {"特别行政区", "地区", "林区", "新区", "自治县", "自治州", "自治区", "省", "市", "县", "区", "盟", "旗"
    };
}
