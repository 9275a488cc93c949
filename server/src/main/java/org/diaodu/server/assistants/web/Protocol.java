package org.diaodu.server.assistants.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.assistants.AssistantTool;
import org.diaodu.server.assistants.ToolArguments;
import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The messages of the Model Context Protocol as far as a server without sessions and with nothing but tools needs them, of the
 * versions 2025-03-26 and 2025-06-18. Thread-safe.
 */
@Component
class Protocol {

    static final String LATEST = "2025-06-18";

    /** The version that knows batches; also what a client without the header speaks. */
    static final String WITH_BATCHES = "2025-03-26";

    static final List<String> VERSIONS = List.of(LATEST, WITH_BATCHES);

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    private static final int NO_SUCH_METHOD = -32601;
    private static final int INVALID_PARAMS = -32602;

    private final List<AssistantTool> tools;
    private final ObjectMapper json;

    Protocol(List<AssistantTool> tools, ObjectMapper json) {
        this.tools = List.copyOf(tools);
        this.json = json;
    }

    /** The answer to a message; empty for a notification and for an answer, which want none. */
    Optional<Map<String, @Nullable Object>> answer(JsonNode message) {
        JsonNode id = message.get("id");
        if (!message.isObject() || !"2.0".equals(text(message, "jsonrpc")) || !isId(id)) {
            return Optional.of(error(null, INVALID_REQUEST, "not a message of JSON-RPC 2.0"));
        }
        String method = text(message, "method");
        if (method == null) {
            return message.has("result") || message.has("error")
                    ? Optional.empty()
                    : Optional.of(error(id, INVALID_REQUEST, "the message names no method"));
        }
        return id == null ? Optional.empty() : Optional.of(request(id, method, message.path("params")));
    }

    private Map<String, @Nullable Object> request(JsonNode id, String method, JsonNode params) {
        return switch (method) {
            case "initialize" -> result(id, initialised(text(params, "protocolVersion")));
            case "ping" -> result(id, Map.of());
            case "tools/list" ->
                result(
                        id,
                        Map.of("tools", tools.stream().map(Protocol::described).toList()));
            case "tools/call" -> call(id, params);
            default ->
                error(
                        id,
                        NO_SUCH_METHOD,
                        "no method " + method + ". Maybe one of initialize, ping, tools/list, tools/call");
        };
    }

    /** The version asked for where it is spoken here, else the latest: the client then decides whether it goes on. */
    private static Map<String, Object> initialised(@Nullable String asked) {
        return Map.of(
                "protocolVersion",
                asked != null && VERSIONS.contains(asked) ? asked : LATEST,
                "capabilities",
                Map.of("tools", Map.of("listChanged", false)),
                "serverInfo",
                Map.of("name", "diaodu", "title", "调度 Diaodu", "version", "1"),
                "instructions",
                "Support policies for industrial enterprises in China and what an enterprise is entitled to by them. Answers are "
                        + "computed by the published clauses from data the platform holds, with the rights of the account whose "
                        + "token is used; nothing is written. 'needs-facts' is not a refusal: say which fact is missing and who "
                        + "holds it. Quote amounts as given; do not compute them.");
    }

    private static Map<String, Object> described(AssistantTool tool) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", tool.name());
        described.put("title", tool.title());
        described.put("description", tool.description());
        described.put("inputSchema", tool.inputSchema());
        described.put("annotations", Map.of("readOnlyHint", true, "openWorldHint", false));
        return described;
    }

    private Map<String, @Nullable Object> call(JsonNode id, JsonNode params) {
        String name = text(params, "name");
        AssistantTool tool = tools.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        JsonNode arguments = params.path("arguments");
        if (tool == null) {
            String known =
                    String.join(", ", tools.stream().map(AssistantTool::name).toList());
            return error(id, INVALID_PARAMS, "no tool " + name + ". Maybe one of " + known);
        }
        if (!arguments.isMissingNode() && !arguments.isObject()) {
            return error(id, INVALID_PARAMS, "arguments is an object of names and values");
        }
        try {
            Map<String, ? extends @Nullable Object> answer = tool.answer(new ToolArguments(arguments));
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("content", List.of(words(json.writeValueAsString(answer))));
            said.put("structuredContent", answer);
            said.put("isError", false);
            return result(id, said);
        } catch (RuntimeException failure) {
            if (!(failure instanceof Explained explained)) throw failure;
            Explanation why = explained.explanation();
            return result(
                    id,
                    Map.of("content", List.of(words(why.code() + " " + why.zh() + " " + why.en())), "isError", true));
        }
    }

    private static Map<String, Object> words(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, @Nullable Object> result(JsonNode id, Map<String, Object> result) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("result", result);
        return answer;
    }

    static Map<String, @Nullable Object> error(@Nullable JsonNode id, int code, String message) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("jsonrpc", "2.0");
        error.put("id", id);
        error.put("error", Map.of("code", code, "message", message));
        return error;
    }

    private static boolean isId(@Nullable JsonNode id) {
        return id == null || id.isString() || id.isIntegralNumber();
    }

    private static @Nullable String text(JsonNode of, String name) {
        JsonNode value = of.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }
}
