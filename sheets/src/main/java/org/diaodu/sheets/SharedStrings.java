package org.diaodu.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The texts that a workbook keeps once and its cells point at. */
final class SharedStrings {

    private static final long MOST_CHARACTERS = 100L << 20;

    private final List<String> texts = new ArrayList<>();

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(InputStream in, Place place) throws IOException, Refusal {
        SharedStrings strings = new SharedStrings();
        try {
            XMLStreamReader xml = XmlParts.reader(in);
            long characters = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = text(xml, "si");
                    strings.texts.add(text);
                    characters += text.length() + 16;
                    if (characters > MOST_CHARACTERS) {
                        throw tooMuch(place);
                    }
                }
            }
            return strings;
        } catch (XMLStreamException e) {
            throw XmlParts.damaged(e);
        }
    }

    private static Refusal tooMuch(Place place) {
        return new Refusal(
                "sheets.too-large",
                place,
                "",
                new Wording(
                        "工作簿中的文字超过 " + (MOST_CHARACTERS >> 20) + " MiB",
                        "the workbook holds more than " + (MOST_CHARACTERS >> 20) + " MiB of text"),
                new Wording("拆成几个文件", "split it into several files"));
    }

    /** The text up to the end of this element, without the readings of phonetic runs. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        String only = "";
        StringBuilder several = null;
        int phonetic = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals("rPh")) {
                        phonetic++;
                    } else if (xml.getLocalName().equals("t")) {
                        String run = xml.getElementText();
                        if (phonetic == 0 && only.isEmpty()) {
                            only = run;
                        } else if (phonetic == 0) {
                            several = (several == null ? new StringBuilder(only) : several).append(run);
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("rPh")) {
                        phonetic--;
                    } else if (xml.getLocalName().equals(element)) {
                        return several == null ? only : several.toString();
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("unexpected end");
                default -> {}
            }
        }
    }

    @Nullable
    String at(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }
}
