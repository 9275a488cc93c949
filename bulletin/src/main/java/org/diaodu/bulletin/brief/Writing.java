package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.Template.Kind;
import org.diaodu.bulletin.brief.Template.Line;
import org.diaodu.bulletin.brief.Template.Missing;
import org.jspecify.annotations.Nullable;

/** Makes a brief of the lines of a template and the facts; a heading with nothing below it is left out. */
final class Writing {

    private static final String NUMBERS = "一二三四五六七八九十";

    private final Masthead masthead;
    private final Map<String, Fact> facts;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<Line> headings = new ArrayList<>();
    private int sections;
    private int subsections;
    private int tables;
    private int charts;

    Writing(Masthead masthead, Map<String, Fact> facts) {
        this.masthead = masthead;
        this.facts = facts;
    }

    Template.Written write(List<Line> lines) {
        List<Run> title = List.of(new Run.Words(masthead.name()));
        for (Line line : lines) {
            switch (line.kind()) {
                case TITLE -> {
                    List<Run> runs = filled(line);
                    if (runs != null) title = runs;
                }
                case SECTION -> {
                    headings.clear();
                    headings.add(line);
                }
                case SUBSECTION -> {
                    headings.removeIf(waiting -> waiting.kind() == Kind.SUBSECTION);
                    headings.add(line);
                }
                case PARAGRAPH -> {
                    List<Run> runs = filled(line);
                    if (runs != null && !Run.text(runs).isBlank()) add(new Block.Paragraph(line.number(), runs));
                }
                case TABLE -> table(line);
                case CHART -> chart(line);
            }
        }
        return new Template.Written(new Brief(masthead, title, List.copyOf(blocks)), List.copyOf(missing));
    }

    /** Adds a block below the headings that waited for one. */
    private void add(Block block) {
        for (Line heading : headings) {
            boolean first = heading.kind() == Kind.SECTION;
            if (first) subsections = 0;
            int number = first ? ++sections : ++subsections;
            List<Run> runs = filled(heading);
            blocks.add(new Block.Heading(
                    heading.number(),
                    first ? 1 : 2,
                    first ? chinese(number) + "、" : "（" + chinese(number) + "）",
                    runs == null ? List.of() : runs));
        }
        headings.clear();
        blocks.add(block);
    }

    private void table(Line line) {
        List<Run> caption = filled(line);
        if (caption == null || !(fact(line, Fact.Table.class) instanceof Fact.Table table)) return;
        List<List<List<Run>>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<List<Run>> cells = new ArrayList<>();
            List<Fact> given = table.rows().get(row);
            for (int column = 0; column < given.size(); column++) {
                cells.add(
                        cell(line.name() + "." + (row + 1) + "." + table.heads().get(column), given.get(column)));
            }
            rows.add(cells);
        }
        List<Boolean> numeric = new ArrayList<>();
        for (int column = 0; column < table.heads().size(); column++) {
            int here = column;
            numeric.add(table.rows().stream().anyMatch(row -> row.get(here) instanceof Fact.Figure));
        }
        add(new Block.TableBlock(
                line.number(), line.name(), ++tables, caption, table.heads(), rows, numeric, table.note()));
    }

    private static List<Run> cell(String name, Fact fact) {
        return switch (fact) {
            case Fact.Figure figure -> Wording.plainly(name, figure, false);
            case Fact.Text text -> List.of(new Run.Words(text.words()));
            default -> throw new IllegalArgumentException("a cell is a word or a figure, not " + fact);
        };
    }

    private void chart(Line line) {
        List<Run> caption = filled(line);
        if (caption == null || !(fact(line, Fact.Chart.class) instanceof Fact.Chart chart)) return;
        add(new Block.ChartBlock(line.number(), line.name(), ++charts, caption, chart));
    }

    private @Nullable Fact fact(Line line, Class<? extends Fact> kind) {
        Fact fact = facts.get(line.name());
        if (fact != null && !kind.isInstance(fact)) throw Filling.unfit(line.number(), line.name());
        if (fact == null) missing.add(new Missing(line.number(), line.name()));
        return fact;
    }

    /** The runs of a line, or null where a fact it needs is missing, which is kept. */
    private @Nullable List<Run> filled(Line line) {
        var filling = new Filling(line.number(), facts);
        List<Run> runs = filling.fill(line.pieces());
        if (runs == null) missing.add(new Missing(line.number(), filling.missing()));
        return runs;
    }

    private static String chinese(int number) {
        if (number <= 10) return NUMBERS.substring(number - 1, number);
        String tens = number < 20 ? "十" : NUMBERS.charAt(number / 10 - 1) + "十";
        return number % 10 == 0 ? tens : tens + NUMBERS.charAt(number % 10 - 1);
    }
}
