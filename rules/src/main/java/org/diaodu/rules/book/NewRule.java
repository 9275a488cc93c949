package org.diaodu.rules.book;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;

/**
 * A rule with one decision table, to begin with: the three files of a version.
 *
 * @param id the rule's id, lower-case words with hyphens
 * @param inputs what it asks of a case
 * @param columns the table's input expressions; where there are none, every input is a column
 * @param rows each with a cell for every column and one for every output
 */
public record NewRule(
        String id,
        String title,
        String reference,
        LocalDate validFrom,
        String decision,
        String hitPolicy,
        List<Item> inputs,
        List<String> columns,
        List<Item> outputs,
        List<List<String>> rows) {

    private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String OWN = "https://diaodu.org/dmn";

    public NewRule {
        columns = columns.isEmpty() ? inputs.stream().map(Item::name).toList() : List.copyOf(columns);
        Place place = Place.of(id);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new RuleFault(
                    "rules.new-id",
                    place,
                    "规则编号“" + id + "”应为小写字母、数字和连字符，如 rd-subsidy。",
                    "the id \"" + id + "\" is no lower-case words with hyphens. Maybe rd-subsidy.");
        }
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new RuleFault(
                    "rules.new-columns",
                    place,
                    "至少需要一个输入项和一个输出项。建议：--input '营业收入: number(14,2)' --output 'number(14,2)'。",
                    "at least one input and one output are needed. Maybe --input 'revenue: number(14,2)' --output 'number(14,2)'.");
        }
        for (int i = 0; i < rows.size(); i++) {
            int cells = columns.size() + outputs.size();
            if (rows.get(i).size() != cells) {
                throw new RuleFault(
                        "rules.new-row",
                        place,
                        "第 " + (i + 1) + " 行有 " + rows.get(i).size() + " 格，应有 " + cells + " 格：" + columns + " 之后是输出。",
                        "row " + (i + 1) + " has " + rows.get(i).size() + " cells; it needs " + cells + ": " + columns
                                + " and then the outputs.");
            }
        }
    }

    /**
     * An input or output.
     *
     * @param type number, string, boolean, date and so on
     * @param digits all digits of a number, or 0 where it declares none
     * @param scale those after the point
     */
    public record Item(String name, String type, int digits, int scale) {

        private static final Pattern FORM = Pattern.compile(
                "(?:(.*?)\\s*[:：]\\s*)?(number|string|boolean|date|date and time|time|years and months duration|days and time duration)"
                        + "(?:\\s*\\(\\s*(\\d{1,2})\\s*(?:,\\s*(\\d{1,2})\\s*)?\\))?");

        /**
         * Reads {@code 营业收入: number(14,2)}; without a name it is called {@code unnamed}.
         *
         * @throws RuleFault {@code rules.new-item}
         */
        public static Item parse(String text, String unnamed) {
            Matcher matcher = FORM.matcher(text.strip());
            if (!matcher.matches()) {
                throw new RuleFault(
                        "rules.new-item",
                        Place.of(text),
                        "应写成“名称: 类型”，类型为 number(总位数,小数位)、string、boolean、date 等。",
                        "should be 'name: type' with the type number(digits,scale), string, boolean, date and so on.");
            }
            String name = matcher.group(1) == null ? unnamed : matcher.group(1);
            int digits = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            int scale = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
            return new Item(name, matcher.group(2), digits, scale);
        }

        /** Can it be missing from the declaration of a type? Only numbers with digits have one of their own. */
        private String typeName() {
            return digits == 0 ? type : "number_" + digits + "_" + scale;
        }
    }

    // --- the model

    /** The model as DMN 1.5 XML. */
    public String model() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            Indented out = new Indented(xml);
            out.open("definitions");
            xml.writeDefaultNamespace(DMN);
            xml.writeNamespace("diaodu", OWN);
            out.attributes("id", id, "name", title, "namespace", "https://diaodu.org/rules/" + id);
            types(out, xml);
            for (int i = 0; i < inputs.size(); i++) {
                out.open("inputData");
                out.attributes("id", "input_" + (i + 1), "name", inputs.get(i).name());
                out.empty(
                        "variable",
                        "id",
                        "input_" + (i + 1) + "_value",
                        "name",
                        inputs.get(i).name(),
                        "typeRef",
                        inputs.get(i).typeName());
                out.close();
            }
            decision(out);
            out.close();
            xml.writeEndDocument();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void types(Indented out, XMLStreamWriter xml) throws XMLStreamException {
        Set<String> written = new LinkedHashSet<>();
        List<Item> items = new ArrayList<>(inputs);
        items.addAll(outputs);
        for (Item item : items) {
            if (item.digits() > 0 && written.add(item.typeName())) {
                out.open("itemDefinition");
                out.attributes("id", "type_" + item.typeName(), "name", item.typeName());
                xml.writeAttribute(OWN, "digits", String.valueOf(item.digits()));
                xml.writeAttribute(OWN, "scale", String.valueOf(item.scale()));
                out.text("typeRef", "number");
                out.close();
            }
        }
    }

    private void decision(Indented out) throws XMLStreamException {
        out.open("decision");
        out.attributes("id", "decision_1", "name", decision);
        String result = outputs.size() == 1 && !hitPolicy.matches("(?i)COLLECT|C|RULE ORDER|R|OUTPUT ORDER|O")
                ? outputs.get(0).typeName()
                : "Any";
        out.empty("variable", "id", "decision_1_value", "name", decision, "typeRef", result);
        for (int i = 0; i < inputs.size(); i++) {
            out.open("informationRequirement");
            out.attributes("id", "decision_1_needs_" + (i + 1));
            out.empty("requiredInput", "href", "#input_" + (i + 1));
            out.close();
        }
        out.open("decisionTable");
        out.attributes("id", "table_1", "hitPolicy", hitPolicy);
        for (int i = 0; i < columns.size(); i++) {
            out.open("input");
            out.attributes("id", "column_" + (i + 1));
            out.open("inputExpression");
            out.attributes("id", "column_" + (i + 1) + "_expression");
            out.text("text", columns.get(i));
            out.close();
            out.close();
        }
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.size() == 1) {
                out.empty("output", "id", "output_1", "typeRef", outputs.get(0).typeName());
            } else {
                out.empty(
                        "output",
                        "id",
                        "output_" + (i + 1),
                        "name",
                        outputs.get(i).name(),
                        "typeRef",
                        outputs.get(i).typeName());
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            out.open("rule");
            out.attributes("id", "row_" + (row + 1));
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                out.open(cell < columns.size() ? "inputEntry" : "outputEntry");
                out.attributes("id", "row_" + (row + 1) + "_cell_" + (cell + 1));
                out.text("text", rows.get(row).get(cell));
                out.close();
            }
            out.close();
        }
        out.close();
        out.close();
    }

    /** Elements each on its line. */
    private static final class Indented {
        private final XMLStreamWriter xml;
        private int depth;
        private boolean leaf;

        Indented(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void open(String name) throws XMLStreamException {
            line();
            xml.writeStartElement(name);
            depth++;
            leaf = true;
        }

        void attributes(String... pairs) throws XMLStreamException {
            for (int i = 0; i < pairs.length; i += 2) {
                xml.writeAttribute(pairs[i], pairs[i + 1]);
            }
        }

        void empty(String name, String... pairs) throws XMLStreamException {
            line();
            xml.writeEmptyElement(name);
            attributes(pairs);
            leaf = false;
        }

        void text(String name, String text) throws XMLStreamException {
            line();
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
            leaf = false;
        }

        void close() throws XMLStreamException {
            depth--;
            if (!leaf) {
                line();
            }
            xml.writeEndElement();
            leaf = false;
        }

        private void line() throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }

    // --- the other two files

    /** The clause with its front matter, its text still to be written. */
    public String clause(Instant now) {
        return """
                ---
                title: %s
                title-en:
                reference: %s
                url:
                valid-from: %s
                valid-to:
                recorded-at: %s
                decision: %s
                ---

                %s
                """.formatted(title, reference, validFrom, now.truncatedTo(ChronoUnit.SECONDS), decision, title + "。");
    }

    /** The heading of the worked cases. */
    public String cases() {
        List<String> headings = new ArrayList<>(List.of("case"));
        inputs.forEach(input -> headings.add(input.name()));
        if (outputs.size() == 1) {
            headings.add("expect:" + decision);
        } else {
            outputs.forEach(output -> headings.add("expect:" + decision + "." + output.name()));
        }
        return String.join(",", headings) + "\n";
    }
}
