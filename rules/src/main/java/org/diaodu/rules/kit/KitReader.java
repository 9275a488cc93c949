package org.diaodu.rules.kit;

import static org.diaodu.rules.kit.KitCase.Invoked.DECISION;
import static org.diaodu.rules.kit.KitCase.Invoked.KNOWLEDGE;
import static org.diaodu.rules.kit.KitCase.Invoked.SERVICE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.diaodu.rules.kit.KitCase.Invoked;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.SafeXml;
import org.jspecify.annotations.Nullable;

/** Reads one test file, element by element. Elements it does not know are passed over. */
final class KitReader {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final String source;
    private final XMLStreamReader reader;
    private String model = "";
    private final List<String> labels = new ArrayList<>();
    private final List<WrittenCase> cases = new ArrayList<>();

    private KitReader(String source, byte[] xml) {
        this.source = source;
        this.reader = SafeXml.reader(source, xml, "testCases");
    }

    /** A test file whose values have no type yet. */
    record WrittenFile(String model, List<String> labels, List<WrittenCase> cases) {}

    /** A case whose values have no type yet. */
    record WrittenCase(
            String id, Invoked invoked, String invocable, Map<String, Written> inputs, List<WrittenResult> results) {}

    /** A result whose value has no type yet. */
    record WrittenResult(String node, boolean error, Written expected) {}

    /** What to do with each element met inside another; it has to leave the reader at that element's end. */
    @FunctionalInterface
    private interface Inside {
        void element(String name) throws XMLStreamException;
    }

    static WrittenFile read(String source, byte[] xml) {
        var kit = new KitReader(source, xml);
        try {
            kit.reader.nextTag();
            kit.inside(kit::topLevel);
            return new WrittenFile(kit.model, List.copyOf(kit.labels), List.copyOf(kit.cases));
        } catch (XMLStreamException e) {
            throw SafeXml.unreadable(source, e);
        }
    }

    private void topLevel(String name) throws XMLStreamException {
        switch (name) {
            case "modelName" -> model = reader.getElementText().strip();
            case "labels" -> inside(label -> labels.add(reader.getElementText().strip()));
            case "testCase" -> cases.add(testCase());
            default -> skip();
        }
    }

    private WrittenCase testCase() throws XMLStreamException {
        String id = attribute("id");
        String invocable = attribute("invocableName");
        Invoked invoked = switch (attribute("type")) {
            case "decisionService" -> SERVICE;
            case "bkm" -> KNOWLEDGE;
            default -> DECISION;
        };
        var inputs = new LinkedHashMap<String, Written>();
        var results = new ArrayList<WrittenResult>();
        inside(name -> {
            switch (name) {
                case "inputNode" -> inputs.put(attribute("name"), value());
                case "resultNode" -> results.add(result());
                default -> skip();
            }
        });
        return new WrittenCase(id, invoked, invocable, inputs, results);
    }

    private WrittenResult result() throws XMLStreamException {
        String node = attribute("name");
        boolean error = isTrue(attribute("errorResult"));
        Written[] expected = {new Written.Nil()};
        inside(name -> {
            if (name.equals("expected")) {
                expected[0] = value();
            } else {
                skip();
            }
        });
        return new WrittenResult(node, error, expected[0]);
    }

    /** The value, the list or the components inside the element at hand. */
    private Written value() throws XMLStreamException {
        boolean nil = nil();
        var parts = new LinkedHashMap<String, Written>();
        Written[] single = {null};
        inside(name -> {
            switch (name) {
                case "component" -> parts.put(attribute("name"), value());
                case "value" -> single[0] = text();
                case "list" -> single[0] = list();
                default -> skip();
            }
        });
        @Nullable Written alone = single[0];
        if (nil || (alone == null && parts.isEmpty())) {
            return new Written.Nil();
        }
        return alone == null ? new Written.Parts(parts) : alone;
    }

    private Written text() throws XMLStreamException {
        boolean nil = nil();
        String type = attribute(XSI, "type").replaceFirst("^.*:", "");
        Place place = Place.of(source)
                .at(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
        String text = reader.getElementText();
        return nil ? new Written.Nil() : new Written.Text(type, text, place);
    }

    private Written list() throws XMLStreamException {
        boolean nil = nil();
        var items = new ArrayList<Written>();
        inside(name -> {
            if (name.equals("item")) {
                items.add(value());
            } else {
                skip();
            }
        });
        return nil ? new Written.Nil() : new Written.Items(items);
    }

    private void inside(Inside each) throws XMLStreamException {
        while (reader.next() != XMLStreamReader.END_ELEMENT) {
            if (reader.isStartElement()) {
                each.element(reader.getLocalName());
            }
        }
    }

    private void skip() throws XMLStreamException {
        inside(name -> skip());
    }

    private boolean nil() {
        return isTrue(attribute(XSI, "nil"));
    }

    private static boolean isTrue(String value) {
        return value.equals("true") || value.equals("1");
    }

    private String attribute(String name) {
        return attribute(null, name);
    }

    private String attribute(@Nullable String namespace, String name) {
        String value = reader.getAttributeValue(namespace, name);
        return value == null ? "" : value;
    }
}
