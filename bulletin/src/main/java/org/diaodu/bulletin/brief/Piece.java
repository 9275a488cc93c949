package org.diaodu.bulletin.brief;

import java.util.List;

/** A part of a line of a template. */
sealed interface Piece {

    record Words(String text) implements Piece {}

    /**
     * A fact by name in a form: {@code {增速|增长}}, {@code {比全国|高于 全国平均水平}}.
     *
     * @param form empty for the plain figure
     * @param whom what a pair is set beside; empty where the form needs none
     */
    record Slot(String name, String form, String whom) implements Piece {}

    /** {@code […]}: left out where a fact named in it is missing. */
    record Optional(List<Piece> pieces) implements Piece {}

    /** <code>{每个 行业：{名称}{拉动点|拉动}}</code>: once for each row, with a separator between. */
    record Each(String rows, String separator, List<Piece> pieces) implements Piece {}
}
