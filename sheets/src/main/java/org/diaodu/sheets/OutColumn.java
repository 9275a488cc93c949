package org.diaodu.sheets;

/**
 * A column of a sheet to be written: its heading, what its cells hold, how numbers are shown (a spreadsheet format, the
 * value itself keeps every digit) and how wide it is in characters.
 */
public record OutColumn(String heading, Type type, String format, double width) {

    /** What the cells hold. Text is never run as a formula. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE
    }

    public OutColumn {
        if (width <= 0 || width > 255) {
            throw new IllegalArgumentException("the width of column \"" + heading + "\" is " + width
                    + ". Maybe 12: it counts characters, up to 255.");
        }
    }

    /** Names and codes. */
    public static OutColumn text(String heading) {
        return new OutColumn(heading, Type.TEXT, "@", Math.clamp(2.2 * heading.length() + 2, 12, 40));
    }

    /** Numbers shown by a format such as {@code #,##0.0}. */
    public static OutColumn number(String heading, String format) {
        return new OutColumn(heading, Type.NUMBER, format, Math.clamp(2.2 * heading.length() + 2, 12, 40));
    }

    public static OutColumn date(String heading) {
        return new OutColumn(heading, Type.DATE, "yyyy-mm-dd", 12);
    }

    public OutColumn wide(double characters) {
        return new OutColumn(heading, type, format, characters);
    }

    IllegalArgumentException wrongValue(Object value) {
        return new IllegalArgumentException("column \"" + heading + "\" (" + type + ") cannot hold " + value + " ("
                + value.getClass().getSimpleName() + ").");
    }
}
