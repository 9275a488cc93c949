package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import org.kie.dmn.model.api.BusinessKnowledgeModel;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.NamedElement;
import org.kie.dmn.model.api.OutputClause;

/** A decision table where it stands: in a decision, or in a business knowledge model. */
record RuleTable(String decision, DecisionTable table) {

    static List<RuleTable> all(Definitions model) {
        List<RuleTable> tables = new ArrayList<>();
        model.getDrgElement().stream()
                .filter(element -> element instanceof Decision || element instanceof BusinessKnowledgeModel)
                .forEach(element -> collect(((NamedElement) element).getName(), element, tables));
        return tables;
    }

    private static void collect(String decision, DMNModelInstrumentedBase element, List<RuleTable> into) {
        if (element instanceof DecisionTable table) {
            into.add(new RuleTable(decision, table));
            return;
        }
        element.getChildren().forEach(child -> collect(decision, child, into));
    }

    /** How the engine names it when it was evaluated. */
    String key() {
        return table.getId() == null || table.getId().isEmpty() ? decision : table.getId();
    }

    int rows() {
        return table.getRule().size();
    }

    HitPolicy hitPolicy() {
        return table.getHitPolicy();
    }

    /** One cell: its row, counted from 1, the name of its column, and whether it is a test or else an answer. */
    interface CellVisit {
        void at(int row, String column, String text, boolean test);
    }

    /** Every cell, row by row, the tests before the answers. */
    void eachCell(CellVisit visit) {
        for (int row = 0; row < rows(); row++) {
            for (int c = 0; c < table.getInput().size(); c++) {
                visit.at(row + 1, inputName(c), inputText(row, c), true);
            }
            for (int c = 0; c < table.getOutput().size(); c++) {
                visit.at(row + 1, outputName(c), outputText(row, c), false);
            }
        }
    }

    String inputName(int column) {
        InputClause input = table.getInput().get(column);
        return input.getInputExpression() == null || input.getInputExpression().getText() == null
                ? "#" + (column + 1)
                : input.getInputExpression().getText().strip();
    }

    String outputName(int column) {
        OutputClause output = table.getOutput().get(column);
        return output.getName() == null || output.getName().isEmpty() ? decision : output.getName();
    }

    String inputText(int row, int column) {
        String text = table.getRule().get(row).getInputEntry().get(column).getText();
        return text == null ? "" : text.strip();
    }

    String outputText(int row, int column) {
        String text = table.getRule().get(row).getOutputEntry().get(column).getText();
        return text == null ? "" : text.strip();
    }
}
