package org.diaodu.server.registry;

import java.time.YearMonth;

/** A change of the monthly list of designated-size enterprises, taking effect from a month. */
public record ListChange(Kind kind, YearMonth effective, String reason) {

    /** How an enterprise enters or leaves the list; a new plant enters with a base of 0. */
    public enum Kind {
        ENTRY("入库", "entry"),
        EXIT("退库", "exit"),
        NEW_PLANT("新投产入库", "new plant");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }
}
