package org.diaodu.bulletin.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.bulletin.reader.ReadFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passages in a file, one a line as JSON with the field {@code text}. */
final class PassageFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PassageFile() {}

    static boolean is(Path file) {
        return file.toString().endsWith(".jsonl");
    }

    /**
     * The passages by the name they are called in answers: the file's, and the line from 1.
     *
     * @throws ReadFault if a line is no JSON object or has no text
     */
    static Map<String, String> texts(Path file, String content) {
        Map<String, String> texts = new LinkedHashMap<>();
        String[] lines = content.split("\r?\n");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                texts.put(file.getFileName() + "#" + (i + 1), text(file, i + 1, lines[i]));
            }
        }
        return texts;
    }

    private static String text(Path file, int line, String json) {
        try {
            JsonNode text = JSON.readTree(json).path("text");
            if (text.isString()) {
                return text.stringValue();
            }
        } catch (JacksonException e) {
            throw new ReadFault(
                    file + " 第" + line + "行不是JSON：" + e.getOriginalMessage() + "。建议：每行一个对象，如 {\"text\": \"…\"}",
                    file + ", line " + line + ", is no JSON: " + e.getOriginalMessage()
                            + ". Maybe write one object a line, like {\"text\": \"…\"}");
        }
        throw new ReadFault(
                file + " 第" + line + "行没有字段 text。建议：每行一个对象，如 {\"text\": \"…\"}",
                file + ", line " + line + ", has no field text. Maybe write one object a line, like {\"text\": \"…\"}");
    }
}
