package org.diaodu.bulletin.command;

/** Places counted in characters as json readers of other languages count them, from places in UTF-16 units; for rising places fast. */
final class CodePoints {
    private final String text;
    private int units;
    private int points;

    CodePoints(String text) {
        this.text = text;
    }

    int of(int place) {
        if (place < units) {
            units = 0;
            points = 0;
        }
        points += text.codePointCount(units, place);
        units = place;
        return points;
    }
}
