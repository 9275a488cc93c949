package org.diaodu.sheets;

/** A cell as the file holds it, before it is understood. */
record RawCell(Kind kind, String text, boolean formula) {

    enum Kind {
        BLANK,
        TEXT,
        /** A number in plain notation. */
        NUMBER,
        /** A number shown as a percentage; the text carries the sign. */
        PERCENT,
        /** A number shown as a date, as 2022-03-31 or 2022-03. */
        DATE,
        FLAG,
        /** An error value such as #DIV/0!. */
        ERROR
    }

    static final RawCell BLANK = new RawCell(Kind.BLANK, "", false);

    static RawCell text(String text) {
        return text.isBlank() ? BLANK : new RawCell(Kind.TEXT, text, false);
    }

    boolean isBlank() {
        return kind == Kind.BLANK;
    }
}
