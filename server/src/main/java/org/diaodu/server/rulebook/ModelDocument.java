package org.diaodu.server.rulebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.SafeXml;
import org.diaodu.server.rulebook.TableGrid.Head;
import org.diaodu.server.rulebook.TableGrid.Line;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A model's XML whose decision tables can be changed while everything else in it, known here or not, stays as it is. Not
 * thread-safe.
 */
public final class ModelDocument {

    private static final Set<String> TABLE_PARTS = Set.of("input", "output", "annotation", "rule");
    private static final Set<String> ROW_PARTS = Set.of("inputEntry", "outputEntry", "annotationEntry");
    private static final String FIRST_NAMESPACE = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";

    private final Document document;
    private final List<Element> tables = new ArrayList<>();

    private ModelDocument(Document document) {
        this.document = document;
        collect(document.getDocumentElement(), tables);
    }

    /** Throws as {@link SafeXml#reader}. */
    public static ModelDocument of(String source, String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        SafeXml.reader(source, bytes, "definitions");
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new ModelDocument(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new RuleFault(
                    "rules.xml",
                    Place.of(source),
                    "XML 无法读取：" + e.getMessage(),
                    "the XML cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static void collect(Element parent, List<Element> into) {
        for (Element child : children(parent)) {
            if (child.getLocalName().equals("decisionTable")) {
                into.add(child);
            } else {
                collect(child, into);
            }
        }
    }

    /** The tables in the order of the model. */
    public List<TableGrid> tables() {
        List<TableGrid> grids = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            grids.add(grid(i, tables.get(i)));
        }
        return grids;
    }

    private TableGrid grid(int key, Element table) {
        Element owner = owner(table);
        List<Element> inputs = children(table, "input");
        List<Element> outputs = children(table, "output");
        List<Element> notes = children(table, "annotation");
        List<Line> rows = new ArrayList<>();
        for (Element rule : children(table, "rule")) {
            rows.add(new Line(
                    rows.size(),
                    texts(children(rule, "inputEntry"), inputs.size()),
                    texts(children(rule, "outputEntry"), outputs.size()),
                    texts(children(rule, "annotationEntry"), notes.size())));
        }
        return new TableGrid(
                key,
                owner.getAttribute("name"),
                table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE",
                table.getAttribute("aggregation"),
                heads(inputs, owner),
                heads(outputs, owner),
                heads(notes, owner),
                rows);
    }

    private List<Head> heads(List<Element> columns, Element owner) {
        List<Head> heads = new ArrayList<>();
        for (Element column : columns) {
            heads.add(
                    switch (column.getLocalName()) {
                        case "input" -> {
                            Element expression = child(column, "inputExpression");
                            String type = expression == null ? "" : expression.getAttribute("typeRef");
                            yield new Head(
                                    heads.size(),
                                    expression == null ? "" : text(expression),
                                    type,
                                    column.getAttribute("label"),
                                    unit(type));
                        }
                        case "output" -> {
                            String name = column.getAttribute("name");
                            String type = column.getAttribute("typeRef");
                            String label = column.getAttribute("label");
                            yield new Head(
                                    heads.size(),
                                    name,
                                    type,
                                    label.isEmpty() && name.isEmpty() ? owner.getAttribute("name") : label,
                                    unit(type));
                        }
                        default -> new Head(heads.size(), column.getAttribute("name"), "", "", "");
                    });
        }
        return heads;
    }

    /** The names of the model's own types, after those FEEL has. */
    public List<String> types() {
        List<String> types = new ArrayList<>(List.of("number", "string", "boolean", "date"));
        for (Element item : children(document.getDocumentElement(), "itemDefinition")) {
            types.add(item.getAttribute("name"));
        }
        return types;
    }

    /** The names a column may ask for: inputs and decisions, with the names of their types. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Element element : children(document.getDocumentElement())) {
            if (element.getLocalName().equals("inputData")
                    || element.getLocalName().equals("decision")) {
                Element variable = child(element, "variable");
                names.put(element.getAttribute("name"), variable == null ? "" : variable.getAttribute("typeRef"));
            }
        }
        return names;
    }

    /** What the model says of each of its inputs. */
    public Map<String, String> inputDescriptions() {
        Map<String, String> said = new LinkedHashMap<>();
        for (Element input : children(document.getDocumentElement(), "inputData")) {
            Element description = child(input, "description");
            said.put(
                    input.getAttribute("name"),
                    description == null ? "" : description.getTextContent().strip());
        }
        return said;
    }

    /** The decisions that are formulas, in the order of the model, with what is written in each. */
    public Map<String, String> formulas() {
        Map<String, String> formulas = new LinkedHashMap<>();
        for (Element decision : children(document.getDocumentElement(), "decision")) {
            Element formula = child(decision, "literalExpression");
            if (formula != null) {
                formulas.put(decision.getAttribute("name"), text(formula));
            }
        }
        return formulas;
    }

    /** Changes a formula; every input or decision it names gets an arrow. A decision that is no formula is left alone. */
    public void formula(String decision, String written) {
        for (Element owner : children(document.getDocumentElement(), "decision")) {
            Element formula = child(owner, "literalExpression");
            if (formula == null
                    || !owner.getAttribute("name").equals(decision)
                    || text(formula).equals(written.strip())) {
                continue;
            }
            setText(formula, written, false);
            names().forEach((name, type) -> {
                if (written.contains(name)) {
                    require(owner, name, type);
                }
            });
        }
    }

    private String unit(String type) {
        for (Element item : children(document.getDocumentElement(), "itemDefinition")) {
            if (item.getAttribute("name").equals(type)) {
                Element description = child(item, "description");
                return description == null ? "" : description.getTextContent().strip();
            }
        }
        return "";
    }

    /**
     * Changes a table as the grid has it: what keeps its place of origin keeps its element with everything in it.
     *
     * @throws RuleFault {@code rules.grid} where the grid is uneven or names a table the model has not
     */
    public void apply(TableGrid grid) {
        if (grid.key() < 0 || grid.key() >= tables.size() || !grid.isEven()) {
            throw new RuleFault(
                    "rules.grid",
                    Place.of(grid.name()),
                    "表格的行列不齐，或没有结果列。建议：刷新页面后再试。",
                    "the rows and columns of the table do not match, or no column of answers is left. Maybe reload the page.");
        }
        Element table = tables.get(grid.key());
        List<Element> oldInputs = children(table, "input");
        List<Element> oldOutputs = children(table, "output");
        List<Element> oldNotes = children(table, "annotation");
        List<Element> oldRows = children(table, "rule");
        if (!grid.hitPolicy().equals(table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE")) {
            table.setAttribute("hitPolicy", grid.hitPolicy());
        }
        attribute(table, "aggregation", grid.hitPolicy().equals("COLLECT") ? grid.aggregation() : "");
        List<Element> parts = new ArrayList<>();
        for (Head head : grid.inputs()) {
            parts.add(input(table, head, origin(oldInputs, head.from())));
        }
        for (Head head : grid.outputs()) {
            parts.add(output(table, head, origin(oldOutputs, head.from())));
        }
        for (Head head : grid.notes()) {
            Element old = origin(oldNotes, head.from());
            Element note = old == null ? made(table, "annotation") : old;
            attribute(note, "name", head.text());
            parts.add(note);
        }
        for (Line line : grid.rows()) {
            Element old = origin(oldRows, line.from());
            Element row = old == null ? made(table, "rule") : old;
            List<Element> cells = new ArrayList<>();
            cells(cells, row, "inputEntry", grid.inputs(), line.inputs());
            cells(cells, row, "outputEntry", grid.outputs(), line.outputs());
            cells(cells, row, "annotationEntry", grid.notes(), line.notes());
            arrange(row, cells, ROW_PARTS, 4);
            parts.add(row);
        }
        arrange(table, parts, TABLE_PARTS, 3);
    }

    private void cells(List<Element> into, Element row, String kind, List<Head> heads, List<String> texts) {
        List<Element> old = children(row, kind);
        for (int i = 0; i < heads.size(); i++) {
            Element known = origin(old, heads.get(i).from());
            Element cell = known == null ? made(row, kind) : known;
            boolean note = kind.equals("annotationEntry");
            setText(cell, texts.get(i).strip().isEmpty() && kind.equals("inputEntry") ? "-" : texts.get(i), note);
            into.add(cell);
        }
    }

    private Element input(Element table, Head head, @Nullable Element old) {
        Element input = old == null ? made(table, "input") : old;
        attribute(input, "label", head.label());
        Element expression = child(input, "inputExpression");
        if (expression == null) {
            expression = made(input, "inputExpression");
            input.appendChild(expression);
        }
        boolean changed = !text(expression).equals(head.text().strip());
        attribute(expression, "typeRef", head.type());
        setText(expression, head.text(), false);
        if (old == null || changed) {
            require(owner(table), head.text().strip(), head.type());
        }
        return input;
    }

    private Element output(Element table, Head head, @Nullable Element old) {
        Element output = old == null ? made(table, "output") : old;
        attribute(output, "name", head.text());
        attribute(output, "typeRef", head.type());
        boolean implied =
                head.text().isEmpty() && head.label().equals(owner(table).getAttribute("name"));
        attribute(output, "label", implied ? "" : head.label());
        return output;
    }

    /** A column that asks for an input or decision by its name needs an arrow from it, and a new name a new input. */
    private void require(Element owner, String name, String type) {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_ ]*") || owner.getLocalName().equals("businessKnowledgeModel")) {
            return;
        }
        Element root = document.getDocumentElement();
        Element wanted = children(root).stream()
                .filter(e ->
                        e.getLocalName().equals("inputData") || e.getLocalName().equals("decision"))
                .filter(e -> e.getAttribute("name").equals(name))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            wanted = newInput(owner, name, type);
        }
        boolean decision = wanted.getLocalName().equals("decision");
        String href = "#" + wanted.getAttribute("id");
        boolean known = children(owner, "informationRequirement").stream()
                .flatMap(requirement -> children(requirement).stream())
                .anyMatch(target -> target.getAttribute("href").equals(href));
        if (known || wanted == owner) {
            return;
        }
        Element requirement = made(owner, "informationRequirement");
        requirement.setAttribute("id", owner.getAttribute("id") + "_needs_" + wanted.getAttribute("id"));
        Element target = made(requirement, decision ? "requiredDecision" : "requiredInput");
        target.setAttribute("href", href);
        requirement.appendChild(target);
        List<Element> present = children(owner, "informationRequirement");
        Element variable = child(owner, "variable");
        Element after = !present.isEmpty() ? present.getLast() : variable;
        Node before = after == null ? owner.getFirstChild() : after.getNextSibling();
        owner.insertBefore(requirement, before);
    }

    private Element newInput(Element owner, String name, String type) {
        Element root = document.getDocumentElement();
        Element input = made(root, "inputData");
        String id = "input_" + name.replace(' ', '_');
        input.setAttribute("id", id);
        input.setAttribute("name", name);
        Element variable = made(input, "variable");
        variable.setAttribute("id", id + "_value");
        variable.setAttribute("name", name);
        attribute(variable, "typeRef", type);
        input.appendChild(variable);
        Node place = owner;
        while (place.getParentNode() != root && place.getParentNode() != null) {
            place = place.getParentNode();
        }
        root.insertBefore(input, place);
        root.insertBefore(document.createTextNode("\n  "), place);
        return input;
    }

    /** The document as text. */
    public String xml() {
        try {
            document.setXmlStandalone(true);
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out + "\n";
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the standard's version the model is written in has annotation columns. */
    public boolean hasAnnotations() {
        return !FIRST_NAMESPACE.equals(document.getDocumentElement().getNamespaceURI());
    }

    private static Element owner(Element table) {
        Node node = table.getParentNode();
        while (node instanceof Element element
                && !element.getLocalName().equals("decision")
                && !element.getLocalName().equals("businessKnowledgeModel")
                && element.getParentNode() instanceof Element) {
            node = element.getParentNode();
        }
        return node instanceof Element element ? element : table;
    }

    private static @Nullable Element origin(List<Element> old, int from) {
        return from >= 0 && from < old.size() ? old.get(from) : null;
    }

    private Element made(Element like, String name) {
        String prefix = like.getPrefix();
        return document.createElementNS(like.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    }

    private static void attribute(Element element, String name, String value) {
        if (value.isEmpty()) {
            element.removeAttribute(name);
        } else if (!value.equals(element.getAttribute(name))) {
            element.setAttribute(name, value);
        }
    }

    /** Puts the wanted children in this order in place of those with these names; untouched where nothing changes. */
    private void arrange(Element parent, List<Element> wanted, Set<String> names, int depth) {
        List<Element> present = children(parent).stream()
                .filter(child -> names.contains(child.getLocalName()))
                .toList();
        if (present.equals(wanted)) {
            return;
        }
        Node place = present.isEmpty() ? null : present.getLast().getNextSibling();
        if (present.isEmpty() && parent.getLastChild() != null && isBlank(parent.getLastChild())) {
            place = parent.getLastChild();
        }
        for (Element child : present) {
            Node before = child.getPreviousSibling();
            if (before != null && isBlank(before)) {
                parent.removeChild(before);
            }
            parent.removeChild(child);
        }
        for (Element child : wanted) {
            parent.insertBefore(document.createTextNode("\n" + "  ".repeat(depth)), place);
            parent.insertBefore(child, place);
        }
        if (place == null) {
            parent.appendChild(document.createTextNode("\n" + "  ".repeat(depth - 1)));
        }
    }

    private static boolean isBlank(Node node) {
        return node.getNodeType() == Node.TEXT_NODE && node.getTextContent().isBlank();
    }

    private void setText(Element cell, String text, boolean plain) {
        if (text(cell).equals(text.strip())) {
            return;
        }
        Element holder = child(cell, "text");
        if (holder == null) {
            holder = made(cell, "text");
            cell.appendChild(holder);
        }
        holder.setTextContent(plain ? text : text.strip());
    }

    private static String text(Element cell) {
        Element holder = child(cell, "text");
        return holder == null ? "" : holder.getTextContent().strip();
    }

    private static List<String> texts(List<Element> cells, int columns) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            texts.add(i < cells.size() ? text(cells.get(i)) : "");
        }
        return texts;
    }

    private static @Nullable Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    /** Child elements of the model's own namespace. */
    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && java.util.Objects.equals(
                            element.getNamespaceURI(),
                            parent.getOwnerDocument().getDocumentElement().getNamespaceURI())) {
                children.add(element);
            }
        }
        return children;
    }
}
