package org.diaodu.policy.draft;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.policy.book.PolicyClause;

/** The DMN model of a new clause: its facts, the table 资格 and the formula 金额. */
final class DraftModel {

    private final String id;
    private final String title;
    private final DraftContent content;

    DraftModel(String id, String title, DraftContent content) {
        this.id = id;
        this.title = title;
        this.content = content;
    }

    String text() {
        StringBuilder xml = new StringBuilder();
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:diaodu="https://diaodu.org/dmn"
                             id="%s" name="%s" namespace="https://diaodu.org/rules/%s">
                """.formatted(id, escaped(title), id));
        types(xml);
        for (DraftFact fact : content.facts()) {
            xml.append("""
                      <inputData id="input_%1$s" name="%1$s">
                        <variable id="input_%1$s_value" name="%1$s" typeRef="%2$s"/>
                      </inputData>
                    """.formatted(fact.name(), fact.typeName()));
        }
        eligibility(xml);
        if (!content.amounts().isEmpty()) {
            amount(xml);
        }
        return xml.append("</definitions>\n").toString();
    }

    private void types(StringBuilder xml) {
        Map<String, DraftFact> numbers = new LinkedHashMap<>();
        content.facts().stream()
                .filter(fact -> fact.type().equals("number"))
                .forEach(fact -> numbers.putIfAbsent(fact.typeName(), fact));
        numbers.forEach((name, fact) -> {
            String unit = fact.unit().isEmpty() ? "" : " diaodu:unit=\"" + fact.unit() + "\"";
            xml.append(
                    "  <itemDefinition id=\"type_%1$s\" name=\"%1$s\" diaodu:digits=\"%2$d\" diaodu:scale=\"%3$d\"%4$s>\n"
                            .formatted(name, fact.digits(), fact.places(), unit));
            xml.append("    <typeRef>number</typeRef>\n");
            if (!fact.values().isEmpty()) {
                xml.append("    <allowedValues id=\"type_%s_values\"><text>%s</text></allowedValues>\n"
                        .formatted(name, escaped(fact.values())));
            }
            xml.append("  </itemDefinition>\n");
        });
        if (graded()) {
            xml.append("""
                      <itemDefinition id="type_档次" name="档次">
                        <typeRef>string</typeRef>
                        <allowedValues id="type_档次_values"><text>%s, null</text></allowedValues>
                      </itemDefinition>
                    """.formatted(grades().stream().map(DraftModel::escaped).collect(Collectors.joining(", "))));
        }
        if (!content.amounts().isEmpty()) {
            xml.append("""
                      <itemDefinition id="type_金额" name="金额_%1$s" diaodu:digits="16" diaodu:scale="%2$d" diaodu:unit="%1$s">
                        <typeRef>number</typeRef>
                      </itemDefinition>
                    """.formatted(content.unit(), content.places()));
        }
    }

    /** Whether the rows tell grades apart, and do not only say true. */
    private boolean graded() {
        return grades().stream().anyMatch(grade -> grade.startsWith("\""));
    }

    private Set<String> grades() {
        return content.rows().stream().map(List::getLast).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void eligibility(StringBuilder xml) {
        String type = graded() ? "档次" : "boolean";
        open(xml, PolicyClause.ELIGIBILITY, type);
        String asked = String.join(" ", content.columns()) + " "
                + content.rows().stream().map(row -> String.join(" ", row)).collect(Collectors.joining(" "));
        needs(xml, PolicyClause.ELIGIBILITY, asked);
        xml.append("    <decisionTable id=\"table\" hitPolicy=\"" + content.hitPolicy() + "\">\n");
        for (int i = 0; i < content.columns().size(); i++) {
            xml.append("""
                          <input id="column_%1$d"><inputExpression id="column_%1$d_text"><text>%2$s</text></inputExpression></input>
                    """.formatted(i + 1, escaped(content.columns().get(i))));
        }
        xml.append("      <output id=\"output\" typeRef=\"%s\"/>\n".formatted(type));
        for (int row = 0; row < content.rows().size(); row++) {
            List<String> cells = content.rows().get(row);
            xml.append("      <rule id=\"row_%d\">\n".formatted(row + 1));
            for (int cell = 0; cell < cells.size(); cell++) {
                String entry = cell < content.columns().size() ? "inputEntry" : "outputEntry";
                xml.append("        <%1$s id=\"row_%2$d_cell_%3$d\"><text>%4$s</text></%1$s>\n"
                        .formatted(entry, row + 1, cell + 1, escaped(cells.get(cell))));
            }
            xml.append("      </rule>\n");
        }
        xml.append("    </decisionTable>\n  </decision>\n");
    }

    private void amount(StringBuilder xml) {
        open(xml, PolicyClause.AMOUNT, "金额_" + content.unit());
        xml.append("""
                    <informationRequirement id="needs_资格"><requiredDecision href="#decision_资格"/></informationRequirement>
                """);
        needs(xml, PolicyClause.AMOUNT, String.join(" ", content.amounts().values()));
        xml.append(
                "    <literalExpression id=\"formula\"><text>" + escaped(formula()) + "</text></literalExpression>\n");
        xml.append("  </decision>\n");
    }

    private String formula() {
        StringBuilder formula = new StringBuilder();
        content.amounts().forEach((grade, amount) -> {
            String test = graded() ? PolicyClause.ELIGIBILITY + " = \"" + grade + "\"" : PolicyClause.ELIGIBILITY;
            formula.append("if ")
                    .append(test)
                    .append(" then ")
                    .append(rounded(amount))
                    .append(" else ");
        });
        return formula.append("null").toString();
    }

    private String rounded(String amount) {
        return amount.matches("\\d+(\\.\\d+)?") || amount.startsWith("round ")
                ? amount
                : "round half up(" + amount + ", " + content.places() + ")";
    }

    private static void open(StringBuilder xml, String decision, String type) {
        xml.append("""
                  <decision id="decision_%1$s" name="%1$s">
                    <variable id="decision_%1$s_value" name="%1$s" typeRef="%2$s"/>
                """.formatted(decision, type));
    }

    private void needs(StringBuilder xml, String decision, String text) {
        for (DraftFact fact : content.facts()) {
            if (text.contains(fact.name())) {
                xml.append(
                        "    <informationRequirement id=\"%1$s_needs_%2$s\"><requiredInput href=\"#input_%2$s\"/></informationRequirement>\n"
                                .formatted(decision, fact.name()));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
