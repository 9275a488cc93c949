package org.diaodu.server.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.rulebook.TableGrid.Head;
import org.diaodu.server.rulebook.TableGrid.Line;

/**
 * A row that is laid over a table as an exception: it goes before all others, so that they hold for whatever it does not name.
 *
 * @param conditions what it asks of each input, as FEEL tests; an input that the table does not ask for yet becomes a column of
 *     type string, of which the other rows ask nothing
 * @param answer the FEEL value of the answer
 * @param note why it is there, where the model's version of the standard has annotations
 * @param example a worked case that shows it: its name, the values of the inputs, and the answer in the words of cases
 */
public record NewRow(Map<String, String> conditions, String answer, String note, Example example) {

    private static final String ANY = "-";
    private static final String NOTE = "依据";

    /** A worked case. */
    public record Example(String name, Map<String, String> values, String expected) {}

    public NewRow {
        conditions = Map.copyOf(conditions);
    }

    /**
     * The content with the row and its worked case.
     *
     * @throws RuleFault {@code rules.exception} where no table gives the answer, or one whose rows are not gone through in order
     */
    DraftContent laidOver(DraftContent content, boolean annotations) {
        String decision = content.clause().decision();
        TableGrid table = content.tables().stream()
                .filter(one -> one.name().equals(decision))
                .findFirst()
                .orElseThrow(() -> refused(decision));
        if (!table.hitPolicy().equals("UNIQUE") && !table.hitPolicy().equals("FIRST")) throw refused(decision);
        List<TableGrid> tables = new ArrayList<>(content.tables());
        tables.set(tables.indexOf(table), over(table, annotations));
        return new DraftContent(tables, worked(content.cases(), decision), content.clause(), content.validFrom());
    }

    private static RuleFault refused(String decision) {
        return new RuleFault(
                "rules.exception",
                Place.of(decision),
                "这张表不是逐行取第一条或唯一一条的决策表，不能自动加一行。建议：在编辑器里手工修改。",
                "it is not given by a table whose rows are gone through in order, so no row can be laid over it."
                        + " Maybe change it by hand in the editor.");
    }

    private TableGrid over(TableGrid table, boolean annotations) {
        List<Head> inputs = new ArrayList<>(table.inputs());
        List<String> asked = inputs.stream().map(Head::text).toList();
        List<String> more = conditions.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .toList();
        more.forEach(name -> inputs.add(new Head(-1, name, "string", "", "")));
        List<Head> notes = new ArrayList<>(table.notes());
        if (annotations && notes.isEmpty()) notes.add(new Head(-1, NOTE, "", "", ""));
        List<String> own = inputs.stream()
                .map(head -> conditions.getOrDefault(head.text(), ANY))
                .toList();
        List<Line> rows = new ArrayList<>();
        rows.add(new Line(-1, own, filled(table.outputs().size(), answer), filled(notes.size(), note)));
        for (Line row : table.rows()) {
            List<String> tests = new ArrayList<>(row.inputs());
            more.forEach(_ -> tests.add(ANY));
            List<String> kept = new ArrayList<>(row.notes());
            while (kept.size() < notes.size()) kept.add("");
            if (!tests.equals(own)) rows.add(new Line(row.from(), tests, row.outputs(), kept));
        }
        return new TableGrid(
                table.key(), table.name(), "FIRST", table.aggregation(), inputs, table.outputs(), notes, rows);
    }

    private static List<String> filled(int size, String first) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) cells.add(i == 0 ? first : "");
        return cells;
    }

    private CaseGrid worked(CaseGrid cases, String decision) {
        String expectation = "expect:" + decision;
        List<String> wanted =
                new ArrayList<>(conditions.keySet().stream().sorted().toList());
        wanted.add(expectation);
        CaseGrid wide = cases.with(wanted);
        List<List<String>> rows = new ArrayList<>(wide.rows());
        rows.removeIf(row -> row.getFirst().equals(example.name()));
        rows.add(wide.columns().stream()
                .map(column -> switch (column) {
                    case CaseGrid.CASE -> example.name();
                    default ->
                        column.equals(expectation)
                                ? example.expected()
                                : example.values().getOrDefault(column, "");
                })
                .toList());
        return new CaseGrid(wide.columns(), rows);
    }
}
