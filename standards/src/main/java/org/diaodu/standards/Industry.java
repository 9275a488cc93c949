package org.diaodu.standards;

import org.jspecify.annotations.Nullable;

/** An industry of GB/T 4754-2017; a section has no parent. Codes are text: leading zeros matter. */
public record Industry(
        String code, String name, Level level, @Nullable String parent) {

    /** The levels of the industry tree: one letter, then two, three and four digits. */
    public enum Level {
        SECTION("门类", "section"),
        DIVISION("大类", "division"),
        GROUP("中类", "group"),
        CLASS("小类", "class");

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
}
