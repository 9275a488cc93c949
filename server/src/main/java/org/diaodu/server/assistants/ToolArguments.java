package org.diaodu.server.assistants;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an assistant passes to a tool. */
public final class ToolArguments {

    private final JsonNode given;

    public ToolArguments(JsonNode given) {
        this.given = given;
    }

    /** A text, or a number as a text; "" where it is absent. */
    public String text(String name) {
        JsonNode value = given.get(name);
        if (value == null || value.isNull()) return "";
        if (!value.isValueNode()) {
            throw Problem.badRequest(
                    "AS01",
                    "参数“" + name + "”应是文本或数，不是 " + value + "。",
                    "The argument \"" + name + "\" is a text or a number, not " + value
                            + ". Maybe pass a single value.");
        }
        return value.asString().strip();
    }

    /** As above; absent is a fault. */
    public String needed(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw Problem.badRequest("AS02", "缺少参数“" + name + "”。", "The argument \"" + name + "\" is missing.");
        }
        return text;
    }

    /** A day as 2022-04-25; null where it is absent. */
    public @Nullable LocalDate day(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "AS03",
                    "参数“" + name + "”的“" + text + "”不是日期，请写作 2022-04-25。",
                    "\"" + text + "\" of \"" + name + "\" is no date. Maybe write 2022-04-25.");
        }
    }

    /** An object of single values, as texts by name; empty where it is absent. */
    public Map<String, String> texts(String name) {
        JsonNode value = given.get(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value == null || value.isNull()) return texts;
        if (!value.isObject()) {
            throw Problem.badRequest(
                    "AS04",
                    "参数“" + name + "”应是一组名称和值，不是 " + value + "。",
                    "The argument \"" + name + "\" is an object of names and values, not " + value + ".");
        }
        var inner = new ToolArguments(value);
        value.propertyNames().forEach(one -> texts.put(one, inner.text(one)));
        return texts;
    }
}
