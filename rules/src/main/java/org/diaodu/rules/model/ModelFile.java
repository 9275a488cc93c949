package org.diaodu.rules.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drools.io.ByteArrayResource;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;

/** The text of one model, found safe, with its namespace and what it imports. */
record ModelFile(String source, String text, String namespace, List<Imported> imports) {

    private static final Pattern DECLARATION = Pattern.compile("^\uFEFF?(<\\?xml[^>]*\\?>)?");
    private static final String DMN = "/spec/DMN";
    private static final String PMML = "dmg.org/PMML";

    /** An import element of a model. */
    record Imported(String namespace, String name, Place place) {}

    static ModelFile of(String source, byte[] xml) {
        XMLStreamReader reader = SafeXml.reader(source, xml, "definitions");
        try {
            String encoding = reader.getEncoding();
            reader.nextTag();
            String namespace = attribute(reader, "namespace");
            List<Imported> imports = new ArrayList<>();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("import")) {
                    imported(source, reader).ifPresent(imports::add);
                }
            }
            return new ModelFile(source, decoded(xml, encoding), namespace, imports);
        } catch (XMLStreamException e) {
            throw SafeXml.unreadable(source, e);
        }
    }

    private static Optional<Imported> imported(String source, XMLStreamReader reader) {
        Place place = Place.of(source)
                .at(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
        String type = attribute(reader, "importType");
        if (type.contains(PMML)) {
            throw new RuleFault(
                    "rules.import-pmml",
                    place,
                    "模型引用 PMML 文件，不予支持。建议：把该模型写成决策表或表达式。",
                    "the model imports a PMML file, which is not supported. Maybe write it as a table or an expression.");
        }
        return type.contains(DMN)
                ? Optional.of(new Imported(attribute(reader, "namespace"), attribute(reader, "name"), place))
                : Optional.empty();
    }

    /** The candidates that this model needs, directly or through others, in the order in which they are met. */
    List<ModelFile> needed(List<ModelFile> candidates) {
        Map<String, ModelFile> found = new LinkedHashMap<>();
        Deque<ModelFile> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            ModelFile next = open.remove();
            for (Imported wanted : next.imports) {
                if (found.containsKey(wanted.namespace) || wanted.namespace.equals(namespace)) {
                    continue;
                }
                ModelFile file = candidates.stream()
                        .filter(candidate -> candidate.namespace.equals(wanted.namespace))
                        .findFirst()
                        .orElseThrow(() -> missing(wanted));
                found.put(wanted.namespace, file);
                open.add(file);
            }
        }
        return List.copyOf(found.values());
    }

    private static RuleFault missing(Imported wanted) {
        return new RuleFault(
                "rules.import-missing",
                wanted.place,
                "引用的模型“" + wanted.name + "”（命名空间 " + wanted.namespace + "）未找到。建议：把该模型的 .dmn 文件放在同一文件夹。",
                "the imported model '" + wanted.name + "' (namespace " + wanted.namespace
                        + ") was not found. Maybe put its .dmn file into the same folder.");
    }

    /** For the engine. */
    Resource resource() {
        Resource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        resource.setSourcePath(source);
        return resource;
    }

    /** Without a byte order mark and the declaration, which may name the encoding that the text no longer has. */
    private static String decoded(byte[] xml, @Nullable String encoding) {
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return DECLARATION.matcher(new String(xml, charset)).replaceFirst("");
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
