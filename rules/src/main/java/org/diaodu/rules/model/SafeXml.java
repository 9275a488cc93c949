package org.diaodu.rules.model;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file once before anything else does: well-formed, no document type, no entities of its own, no absurd depth. */
public final class SafeXml {

    private static final int DEEPEST = 96;
    static final int LARGEST = 64 << 20;

    private SafeXml() {}

    /**
     * A reader over XML that was found safe from its first byte to its last.
     *
     * @param root the name of the root element that is asked for
     * @throws RuleFault {@code rules.xml}, {@code rules.xml-entities}, {@code rules.too-large}, {@code rules.too-deep}, or
     *     {@code rules.not-dmn} and {@code rules.not-kit} for another root
     */
    public static XMLStreamReader reader(String source, byte[] xml, String root) {
        Place place = Place.of(source);
        if (xml.length > LARGEST) {
            throw new RuleFault(
                    "rules.too-large",
                    place,
                    "文件 " + (xml.length >> 20) + " MiB，超过上限 64 MiB。建议：把模型拆开。",
                    "the file has " + (xml.length >> 20) + " MiB; the limit is 64 MiB. Maybe split the model.");
        }
        try {
            check(place, open(xml), root);
            return open(xml);
        } catch (XMLStreamException e) {
            throw unreadable(source, e);
        }
    }

    /** What to say when a reader of {@code source} cannot go on. */
    public static RuleFault unreadable(String source, XMLStreamException e) {
        Place place = Place.of(source);
        Place where = e.getLocation() == null
                ? place
                : place.at(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        String what = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
        return new RuleFault(
                "rules.xml",
                where,
                "XML 无法读取：" + what + "。建议：在该处核对标签是否成对、字符是否转义。",
                "the XML cannot be read: " + what + ". Maybe a tag is not closed or a character not escaped there.",
                e);
    }

    private static XMLStreamReader open(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    private static void check(Place place, XMLStreamReader reader, String root) throws XMLStreamException {
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
                    if (depth == 1 && !root.equals(reader.getLocalName())) {
                        throw otherRoot(at(place, reader), reader.getLocalName(), root);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static RuleFault otherRoot(Place where, String found, String root) {
        boolean model = root.equals("definitions");
        return new RuleFault(
                model ? "rules.not-dmn" : "rules.not-kit",
                where,
                "根元素是 <" + found + ">，不是 <" + root + ">。建议："
                        + (model ? "请用 DMN 1.1–1.5 工具另存。" : "请核对是否为 DMN TCK 的测试文件。"),
                "the root element is <" + found + ">, not <" + root + ">. Maybe "
                        + (model ? "save it as DMN 1.1–1.5." : "this is no test file of the DMN TCK."));
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
