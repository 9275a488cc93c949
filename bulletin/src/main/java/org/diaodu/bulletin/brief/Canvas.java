package org.diaodu.bulletin.brief;

/** What a chart is painted on; x runs right and y down, in units of a 96th of an inch. Colours are six hexadecimal digits. */
interface Canvas {

    /** Where text stands at its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void rectangle(double x, double y, double width, double height, String colour);

    void line(double fromX, double fromY, double toX, double toY, double width, String colour);

    /** Text on a base line, 12 units high. */
    void text(double x, double y, String text, Anchor anchor);
}
