package org.diaodu.rules.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.model.RuleModel;

/** Models for tests, written down: inputs as {@code name:type}, items and decisions as XML, one decision named {@code d}. */
public final class Written {

    private Written() {}

    public static RuleModel model(List<String> inputs, String items, String more, String logic) {
        StringBuilder xml = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:diaodu="https://diaodu.org/dmn"
                  id="definitions" name="m" namespace="urn:written">
                """);
        xml.append(items);
        StringBuilder needs = new StringBuilder();
        for (String input : inputs) {
            String name = input.substring(0, input.lastIndexOf(':'));
            String type = input.substring(input.lastIndexOf(':') + 1);
            String id = "i" + Integer.toHexString(name.hashCode());
            xml.append("<inputData id=\"%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>\n"
                    .formatted(id, escaped(name), escaped(name), type));
            needs.append(
                    "<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>".formatted(id));
        }
        xml.append(more);
        if (more.contains("<businessKnowledgeModel")) {
            needs.append("<knowledgeRequirement><requiredKnowledge href=\"#bkm\"/></knowledgeRequirement>");
        }
        xml.append("<decision id=\"decision\" name=\"d\"><variable name=\"d\"/>")
                .append(needs)
                .append(logic)
                .append("</decision></definitions>");
        return RuleModel.of("m.dmn", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static RuleModel expression(List<String> inputs, String feel) {
        return model(inputs, "", "", literal(feel));
    }

    public static String literal(String feel) {
        return "<literalExpression><text>%s</text></literalExpression>".formatted(escaped(feel));
    }

    /**
     * A decision table.
     *
     * @param policy such as {@code UNIQUE} or {@code COLLECT" aggregation="SUM}
     * @param outputs the output elements, as XML
     * @param rows cells parted by {@code |}
     */
    public static String table(String policy, List<String> columns, String outputs, List<String> rows) {
        StringBuilder xml = new StringBuilder("<decisionTable hitPolicy=\"" + policy + "\">");
        for (String column : columns) {
            xml.append("<input><inputExpression><text>%s</text></inputExpression></input>".formatted(escaped(column)));
        }
        xml.append(outputs);
        for (String row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.split("\\|")));
            xml.append("<rule>");
            for (int i = 0; i < cells.size(); i++) {
                String tag = i < columns.size() ? "inputEntry" : "outputEntry";
                xml.append("<%s><text>%s</text></%s>"
                        .formatted(tag, escaped(cells.get(i).strip()), tag));
            }
            xml.append("</rule>");
        }
        return xml.append("</decisionTable>").toString();
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
