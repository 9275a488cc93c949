package org.diaodu.rules.model;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file once before anything else does: well-formed, no document type, no entities of its own, no absurd depth. */
final class SafeXml {

    private static final int DEEPEST = 256;
    static final int LARGEST = 64 << 20;

    private SafeXml() {}

    static void check(String source, byte[] xml) {
        Place place = Place.of(source);
        if (xml.length > LARGEST) {
            throw new RuleFault(
                    "rules.too-large",
                    place,
                    "文件 " + (xml.length >> 20) + " MiB，超过上限 64 MiB。建议：把模型拆开。",
                    "the file has " + (xml.length >> 20) + " MiB; the limit is 64 MiB. Maybe split the model.");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden(place, reader);
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new RuleFault(
                                    "rules.too-deep",
                                    at(place, reader),
                                    "元素嵌套超过 " + DEEPEST + " 层。建议：这不像一份决策模型，请核对文件。",
                                    "elements are nested more than " + DEEPEST
                                            + " deep. Maybe this is not a decision model.");
                        }
                        if (depth == 1 && !"definitions".equals(reader.getLocalName())) {
                            throw new RuleFault(
                                    "rules.not-dmn",
                                    at(place, reader),
                                    "根元素是 <" + reader.getLocalName() + ">，不是 <definitions>。建议：请用 DMN 1.1–1.5 工具另存。",
                                    "the root element is <" + reader.getLocalName()
                                            + ">, not <definitions>. Maybe save it as DMN 1.1–1.5.");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            Place where = e.getLocation() == null
                    ? place
                    : place.at(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
            String what = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
            throw new RuleFault(
                    "rules.xml",
                    where,
                    "XML 无法读取：" + what + "。建议：在该处核对标签是否成对、字符是否转义。",
                    "the XML cannot be read: " + what + ". Maybe a tag is not closed or a character not escaped there.",
                    e);
        }
    }

    private static RuleFault forbidden(Place place, XMLStreamReader reader) {
        return new RuleFault(
                "rules.xml-entities",
                at(place, reader),
                "文件声明了文档类型或实体，不予接受。建议：删去 <!DOCTYPE …>。",
                "the file declares a document type or entities, which are not accepted. Maybe remove the <!DOCTYPE …>.");
    }

    private static Place at(Place place, XMLStreamReader reader) {
        return place.at(
                reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }
}
