package org.diaodu.server.rulebook;

import java.util.Comparator;
import java.util.List;

/**
 * A decision table as a grid of texts, as the editor shows it and sends it back.
 *
 * @param key which table of the model it is, counting from 0
 * @param name the decision or knowledge model it stands in
 * @param hitPolicy UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER or OUTPUT ORDER
 * @param aggregation SUM, COUNT, MIN, MAX of a COLLECT; else empty
 * @param inputs heads of the columns of conditions
 * @param outputs heads of the columns of answers
 * @param notes heads of the columns of annotations
 */
public record TableGrid(
        int key,
        String name,
        String hitPolicy,
        String aggregation,
        List<Head> inputs,
        List<Head> outputs,
        List<Head> notes,
        List<Line> rows) {

    public TableGrid {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
    }

    /**
     * The head of a column.
     *
     * @param from its position among its kind in the model it was read from; -1 for a new one
     * @param text the expression of an input, the name of an output or annotation
     * @param type the name of its type; empty where none is declared
     * @param label what people read instead of the expression; empty for none
     * @param unit digits and meaning of the type, to be shown below the head
     */
    public record Head(int from, String text, String type, String label, String unit) {
        public String shown() {
            return label.isEmpty() ? text : label;
        }
    }

    /**
     * A row.
     *
     * @param from its position in the model it was read from; -1 for a new one
     */
    public record Line(int from, List<String> inputs, List<String> outputs, List<String> notes) {
        public Line {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            notes = List.copyOf(notes);
        }
    }

    /** The letter DMN has for the hit policy: U, A, F, P, C+, R … */
    public String letter() {
        String sign = switch (aggregation) {
            case "SUM" -> "+";
            case "COUNT" -> "#";
            case "MIN" -> "<";
            case "MAX" -> ">";
            default -> "";
        };
        return hitPolicy.charAt(0) + sign;
    }

    /** The table of the answer first, then the others from the last computed back. */
    public static List<TableGrid> answerFirst(List<TableGrid> tables, String decision) {
        return tables.reversed().stream()
                .sorted(Comparator.comparing(table -> !table.name().equals(decision)))
                .toList();
    }

    /** Whether every row has as many cells as there are columns. */
    boolean isEven() {
        return !outputs.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.inputs().size() == inputs.size()
                                && row.outputs().size() == outputs.size()
                                && row.notes().size() == notes.size());
    }
}
