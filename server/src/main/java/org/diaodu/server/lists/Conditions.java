package org.diaodu.server.lists;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a row meets to be in a list. Only what is asked for is said, so that the database plans for just that; a field that is
 * "" is open. Columns and conditions are the list's own words, values are bound.
 */
public final class Conditions {

    private final StringJoiner where = new StringJoiner(" and ", "where ", "").setEmptyValue("");
    private final Map<String, @Nullable Object> values = new HashMap<>();

    /** A condition of every row. */
    public Conditions where(String condition) {
        where.add(condition);
        return this;
    }

    /** A condition if it is asked for. */
    public Conditions where(boolean asked, String condition) {
        return asked ? where(condition) : this;
    }

    /** A condition that names its value, unless that is open. */
    public Conditions where(String condition, String name, String value) {
        return value.isEmpty() ? this : where(condition).value(name, value);
    }

    /** The column holds the value. */
    public Conditions is(String column, String value) {
        String name = name(column);
        return where(column + " = :" + name, name, value);
    }

    /** The column holds the value, but some words stand for conditions of their own. */
    public Conditions is(String column, String value, Map<String, String> words) {
        String condition = words.get(value);
        return condition == null ? is(column, value) : where(condition);
    }

    /** The column begins with the value: a region or an industry and those below it. */
    public Conditions begins(String column, String beginning) {
        String name = name(column);
        return where("starts_with(" + column + ", :" + name + ")", name, beginning);
    }

    /** What somebody searches for: {@code :text} as typed, {@code :pattern} for {@code like}. */
    public Conditions search(String condition, String text) {
        return where("(" + condition + ")", "text", text).value("pattern", text.replaceAll("([\\\\%_])", "\\\\$1"));
    }

    /** A value the list's statements name. */
    public Conditions value(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    private static String name(String column) {
        return column.replace('.', '_');
    }

    String sql() {
        return where.toString();
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
