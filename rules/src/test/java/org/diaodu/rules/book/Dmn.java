package org.diaodu.rules.book;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diaodu.rules.model.RuleModel;

/** Small models for tests: inputs as {@code name:type}, one table named 结果. */
final class Dmn {

    private Dmn() {}

    static RuleModel table(String hitPolicy, List<String> inputs, String output, String... rows) {
        return RuleModel.of("model.dmn", xml(hitPolicy, inputs, output, "", rows));
    }

    /** @param rows cells parted by {@code |}, the output last */
    static byte[] xml(String hitPolicy, List<String> inputs, String output, String items, String... rows) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:diaodu="https://diaodu.org/dmn"
                  id="d" name="m" namespace="https://diaodu.org/rules/test">
                """).append(items);
        StringBuilder needs = new StringBuilder();
        StringBuilder columns = new StringBuilder();
        for (String input : inputs) {
            String name = input.substring(0, input.indexOf(':'));
            String type = input.substring(input.indexOf(':') + 1);
            xml.append("<inputData id=\"i_%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>"
                    .formatted(name, name, name, type));
            needs.append(
                    "<informationRequirement><requiredInput href=\"#i_%s\"/></informationRequirement>".formatted(name));
            columns.append("<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                    .formatted(type, name));
        }
        xml.append("<decision id=\"x\" name=\"结果\"><variable name=\"结果\" typeRef=\"%s\"/>".formatted(output))
                .append(needs)
                .append("<decisionTable id=\"t\" hitPolicy=\"%s\">".formatted(hitPolicy))
                .append(columns)
                .append("<output typeRef=\"%s\"/>".formatted(output));
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            xml.append("<rule>");
            for (int i = 0; i < cells.length; i++) {
                String tag = i < inputs.size() ? "inputEntry" : "outputEntry";
                xml.append("<%s><text>%s</text></%s>".formatted(tag, escaped(cells[i].strip()), tag));
            }
            xml.append("</rule>");
        }
        xml.append("</decisionTable></decision></definitions>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
