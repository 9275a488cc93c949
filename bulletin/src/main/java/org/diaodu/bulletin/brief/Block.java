package org.diaodu.bulletin.brief;

import java.util.List;

/**
 * A part of a brief from margin to margin. {@code line} is the line of the template it came from, counted from 1.
 */
public sealed interface Block {

    int line();

    /**
     * A heading.
     *
     * @param level 1 for 一、, 2 for （一）
     * @param number as printed: 一、 or （一）
     */
    record Heading(int line, int level, String number, List<Run> runs) implements Block {}

    /** A paragraph of the body. */
    record Paragraph(int line, List<Run> runs) implements Block {}

    /**
     * A table with its caption.
     *
     * @param name of the table in the facts
     * @param number of the table in the brief, from 1
     * @param rows cells as runs
     * @param numeric for each column whether it holds figures
     */
    record TableBlock(
            int line,
            String name,
            int number,
            List<Run> caption,
            List<String> heads,
            List<List<List<Run>>> rows,
            List<Boolean> numeric,
            String note)
            implements Block {}

    /**
     * A chart with its caption, which says what it shows.
     *
     * @param name of the chart in the facts
     * @param number of the chart in the brief, from 1
     */
    record ChartBlock(int line, String name, int number, List<Run> caption, Fact.Chart chart) implements Block {}
}
