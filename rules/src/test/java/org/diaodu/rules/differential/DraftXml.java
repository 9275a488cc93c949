package org.diaodu.rules.differential;

import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.rules.differential.Draft.Boxed;
import org.diaodu.rules.differential.Draft.Formula;
import org.diaodu.rules.differential.Draft.Knowledge;
import org.diaodu.rules.differential.Draft.Node;
import org.diaodu.rules.differential.Draft.Rule;
import org.diaodu.rules.differential.Draft.Table;

/** A draft written as DMN 1.5. */
final class DraftXml {

    private final Draft draft;
    private final StringBuilder xml = new StringBuilder();

    private DraftXml(Draft draft) {
        this.draft = draft;
    }

    static String of(Draft draft) {
        return new DraftXml(draft).written();
    }

    private String written() {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:diaodu="https://diaodu.org/dmn"
                  id="d" name="m" namespace="https://diaodu.org/rules/drawn">
                """);
        draft.nodes().forEach(this::list);
        draft.fields().forEach(this::limited);
        for (Field field : draft.fields()) {
            xml.append("<inputData id=\"%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"%s/></inputData>\n"
                    .formatted(id(field.name()), field.name(), field.name(), field.typeRef(), digits(field)));
        }
        draft.nodes().forEach(this::node);
        return xml.append("</definitions>\n").toString();
    }

    private void limited(Field field) {
        if (!field.allowed().isEmpty()) {
            xml.append(
                    "<itemDefinition name=\"%s\"><typeRef>%s</typeRef><allowedValues><text>%s</text></allowedValues></itemDefinition>\n"
                            .formatted(field.typeRef(), field.sort().typeRef(), escaped(field.allowed())));
        }
    }

    /** What a table that gives a list of values is said to give. */
    private void list(Node node) {
        if (node instanceof Table table && !single(table) && table.outputs().size() == 1) {
            xml.append("<itemDefinition name=\"列%s\" isCollection=\"true\"><typeRef>%s</typeRef></itemDefinition>\n"
                    .formatted(table.name(), table.outputSorts().getFirst().typeRef()));
        }
    }

    private static String declared(Node node) {
        return node instanceof Table table && !single(table) && table.outputs().size() == 1
                ? " typeRef=\"列" + table.name() + "\""
                : type(result(node));
    }

    private static String digits(Field field) {
        return field.sort() == Sort.NUMBER
                ? " diaodu:digits=\"%d\" diaodu:scale=\"%d\"".formatted(field.digits(), field.scale())
                : "";
    }

    private void node(Node node) {
        if (node instanceof Knowledge knowledge) {
            xml.append("<businessKnowledgeModel id=\"%s\" name=\"%s\"><variable name=\"%s\"/><encapsulatedLogic>"
                    .formatted(id(knowledge.name()), knowledge.name(), knowledge.name()));
            knowledge
                    .parameters()
                    .forEach(parameter -> xml.append("<formalParameter name=\"%s\" typeRef=\"%s\"/>"
                            .formatted(parameter.name(), parameter.sort().typeRef())));
            literal(knowledge.body());
            xml.append("</encapsulatedLogic></businessKnowledgeModel>\n");
            return;
        }
        xml.append("<decision id=\"%s\" name=\"%s\"><variable name=\"%s\"%s/>"
                .formatted(id(node.name()), node.name(), node.name(), declared(node)));
        for (String name : Draft.names(node)) {
            require(name);
        }
        switch (node) {
            case Formula formula -> literal(formula.phrase());
            case Boxed boxed -> {
                xml.append("<context>");
                for (int i = 0; i < boxed.entries().size(); i++) {
                    xml.append("<contextEntry><variable name=\"%s\"%s/>"
                            .formatted(
                                    boxed.entries().get(i),
                                    type(boxed.phrases().get(i).sort())));
                    literal(boxed.phrases().get(i));
                    xml.append("</contextEntry>");
                }
                xml.append("<contextEntry>");
                literal(boxed.phrases().getLast());
                xml.append("</contextEntry></context>");
            }
            case Table table -> table(table);
            case Knowledge ignored -> {}
        }
        xml.append("</decision>\n");
    }

    private static Sort result(Node node) {
        return switch (node) {
            case Formula formula -> formula.phrase().sort();
            case Boxed boxed -> boxed.phrases().getLast().sort();
            case Table table ->
                table.outputs().size() == 1 && single(table)
                        ? table.outputSorts().getFirst()
                        : Sort.NUMBERS;
            case Knowledge knowledge -> knowledge.body().sort();
        };
    }

    /** Does the table give one value and not a list? */
    static boolean single(Table table) {
        return switch (table.policy()) {
            case "RULE ORDER", "OUTPUT ORDER" -> false;
            case "COLLECT" -> !table.aggregation().isEmpty();
            default -> true;
        };
    }

    private void require(String name) {
        if (draft.field(name) != null) {
            xml.append("<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>"
                    .formatted(id(name)));
            return;
        }
        for (Node node : draft.nodes()) {
            if (node.name().equals(name)) {
                xml.append(
                        node instanceof Knowledge
                                ? "<knowledgeRequirement><requiredKnowledge href=\"#%s\"/></knowledgeRequirement>"
                                        .formatted(id(name))
                                : "<informationRequirement><requiredDecision href=\"#%s\"/></informationRequirement>"
                                        .formatted(id(name)));
            }
        }
    }

    private void table(Table table) {
        xml.append("\n<decisionTable hitPolicy=\"%s\"%s>"
                .formatted(
                        table.policy(),
                        table.aggregation().isEmpty() ? "" : " aggregation=\"" + table.aggregation() + "\""));
        for (Phrase column : table.columns()) {
            xml.append("<input><inputExpression%s>".formatted(type(column.sort())));
            text(column.text());
            xml.append("</inputExpression></input>");
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            String name =
                    table.outputs().size() > 1 ? " name=\"" + table.outputs().get(i) + "\"" : "";
            xml.append("<output%s%s>".formatted(name, type(table.outputSorts().get(i))));
            if (!table.values().isEmpty()) {
                xml.append("<outputValues>");
                text(table.values().stream().map(Phrase::text).collect(Collectors.joining(", ")));
                xml.append("</outputValues>");
            }
            if (!table.defaults().isEmpty()) {
                xml.append("<defaultOutputEntry>");
                text(table.defaults().get(i).text());
                xml.append("</defaultOutputEntry>");
            }
            xml.append("</output>");
        }
        for (Rule rule : table.rules()) {
            xml.append("\n<rule>");
            entries("inputEntry", rule.cells());
            entries("outputEntry", rule.outputs());
            xml.append("</rule>");
        }
        xml.append("</decisionTable>");
    }

    private void entries(String tag, List<Phrase> cells) {
        for (Phrase cell : cells) {
            xml.append('<').append(tag).append('>');
            text(cell.text());
            xml.append("</").append(tag).append('>');
        }
    }

    private void literal(Phrase phrase) {
        xml.append("<literalExpression%s>".formatted(type(phrase.sort())));
        text(phrase.text());
        xml.append("</literalExpression>");
    }

    private void text(String text) {
        xml.append("<text>").append(escaped(text)).append("</text>");
    }

    private static String type(Sort sort) {
        return sort.typeRef().isEmpty() ? "" : " typeRef=\"" + sort.typeRef() + "\"";
    }

    private static String id(String name) {
        return "_" + Integer.toHexString(name.hashCode());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
