package org.diaodu.lake;

import java.util.regex.Pattern;

/** A named, typed column of a lake table; the name is lower case English, at most 63 characters. */
public record Column(String name, ColumnType type) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Column {
        requireName("column", name);
    }

    public static Column text(String name) {
        return new Column(name, ColumnType.TEXT);
    }

    public static Column real(String name) {
        return new Column(name, ColumnType.REAL);
    }

    public static Column decimal(String name) {
        return new Column(name, ColumnType.DECIMAL);
    }

    public static Column whole(String name) {
        return new Column(name, ColumnType.WHOLE);
    }

    public static Column flag(String name) {
        return new Column(name, ColumnType.FLAG);
    }

    public static Column date(String name) {
        return new Column(name, ColumnType.DATE);
    }

    static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new LakeFault(
                    "lake.name",
                    "名称“" + name + "”不能用作" + what + "名。建议：以小写字母开头，只用小写字母、数字和下划线，例如 gross_output。",
                    "\"" + name + "\" cannot be the name of a " + what
                            + ". Maybe use lower case letters, digits and underscores, as in gross_output.");
        }
    }
}
