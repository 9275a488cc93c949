package org.diaodu.sheets;

import java.util.Arrays;
import java.util.List;

/**
 * A column a sheet is expected to have: the name by which the program asks for it, the headings under which files
 * carry it (the name is one of them; width, case, spaces and a unit in brackets do not matter), whether the sheet must
 * have it, and whether each of its cells must be filled.
 */
public record SheetColumn(String name, Kind kind, List<String> headings, boolean required, boolean filled) {

    /** What the cells hold. A code is text whose leading zeros count. */
    public enum Kind {
        TEXT,
        CODE,
        DECIMAL,
        WHOLE,
        FLAG,
        DATE
    }

    public SheetColumn {
        headings = List.copyOf(headings);
    }

    public static SheetColumn text(String name, String... headings) {
        return of(name, Kind.TEXT, headings);
    }

    public static SheetColumn code(String name, String... headings) {
        return of(name, Kind.CODE, headings);
    }

    public static SheetColumn decimal(String name, String... headings) {
        return of(name, Kind.DECIMAL, headings);
    }

    public static SheetColumn whole(String name, String... headings) {
        return of(name, Kind.WHOLE, headings);
    }

    public static SheetColumn flag(String name, String... headings) {
        return of(name, Kind.FLAG, headings);
    }

    public static SheetColumn date(String name, String... headings) {
        return of(name, Kind.DATE, headings);
    }

    private static SheetColumn of(String name, Kind kind, String... headings) {
        return new SheetColumn(name, kind, Arrays.asList(headings), false, false);
    }

    /** A sheet without this column is refused. */
    public SheetColumn inEverySheet() {
        return new SheetColumn(name, kind, headings, true, filled);
    }

    /** A sheet without this column is refused, and a row with an empty cell in it is a fault. */
    public SheetColumn inEveryRow() {
        return new SheetColumn(name, kind, headings, true, true);
    }

    /** How people are told of the column: the Chinese heading with the name, or the name alone. */
    String shown() {
        return headings.isEmpty() || headings.getFirst().equals(name) ? name : headings.getFirst() + " " + name;
    }
}
