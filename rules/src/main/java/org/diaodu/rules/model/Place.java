package org.diaodu.rules.model;

/**
 * Where in a rule something stands.
 *
 * @param source the file or model
 * @param element the decision, table row and column, or other element; empty for the whole
 * @param line 1-based line of the file, or of the expression where {@code element} is one; 0 where unknown
 * @param column 1-based column, or 0
 */
public record Place(String source, String element, int line, int column) {

    public static Place of(String source) {
        return new Place(source, "", 0, 0);
    }

    public Place at(String inner) {
        return new Place(source, inner, line, column);
    }

    public Place at(int atLine, int atColumn) {
        return new Place(source, element, atLine, atColumn);
    }

    /** The place in Chinese, ending so that a message can follow. */
    public String chinese() {
        return source + (element.isEmpty() ? "" : " " + element)
                + (line > 0 ? " 第 " + line + " 行" + (column > 0 ? "第 " + column + " 列" : "") : "") + "：";
    }

    /** The place in English, ending so that a message can follow. */
    public String english() {
        return source + (element.isEmpty() ? "" : " " + element)
                + (line > 0 ? " line " + line + (column > 0 ? " column " + column : "") : "") + ": ";
    }
}
