package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A brief as it is printed, in whatever format. */
public record Brief(Masthead masthead, List<Run> title, List<Block> blocks) {

    /** Every figure printed, by name, in the order of its first place. */
    public Map<String, Run.Printed> figures() {
        Map<String, Run.Printed> figures = new LinkedHashMap<>();
        for (List<Run> runs : stretches()) {
            for (Run run : runs) if (run instanceof Run.Printed printed) figures.putIfAbsent(printed.name(), printed);
        }
        return figures;
    }

    /** The brief as text, a line for each heading and paragraph; tables and charts by their captions. */
    public String text() {
        var text = new StringBuilder(Run.text(title)).append('\n');
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> text.append(heading.number()).append(Run.text(heading.runs()));
                case Block.Paragraph paragraph -> text.append(Run.text(paragraph.runs()));
                case Block.TableBlock table ->
                    text.append("表").append(table.number()).append(' ').append(Run.text(table.caption()));
                case Block.ChartBlock chart ->
                    text.append("图").append(chart.number()).append(' ').append(Run.text(chart.caption()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<List<Run>> stretches() {
        List<List<Run>> stretches = new ArrayList<>(List.of(title));
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> stretches.add(heading.runs());
                case Block.Paragraph paragraph -> stretches.add(paragraph.runs());
                case Block.ChartBlock chart -> stretches.add(chart.caption());
                case Block.TableBlock table -> {
                    stretches.add(table.caption());
                    table.rows().forEach(stretches::addAll);
                }
            }
        }
        return stretches;
    }
}
