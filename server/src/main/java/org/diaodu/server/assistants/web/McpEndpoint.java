package org.diaodu.server.assistants.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The Model Context Protocol over streamable HTTP: each message is a POST that is answered with JSON at once. There are no
 * sessions and no stream of the server's own, so GET and DELETE are answered with 405, as the protocol provides.
 */
@RestController
class McpEndpoint {

    private static final int MOST_IN_A_BATCH = 20;

    private final Protocol protocol;
    private final ObjectMapper json;

    McpEndpoint(Protocol protocol, ObjectMapper json) {
        this.protocol = protocol;
        this.json = json;
    }

    @PostMapping(
            value = "/api/mcp",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A message of the Model Context Protocol (JSON-RPC 2.0), for assistants")
    ResponseEntity<?> message(
            @RequestBody String body,
            @RequestHeader(name = "MCP-Protocol-Version", defaultValue = Protocol.WITH_BATCHES) String version,
            @RequestHeader(name = "Origin", required = false) @Nullable String origin,
            HttpServletRequest request) {
        if (!isOwn(origin, request)) {
            return refused(
                    HttpStatus.FORBIDDEN,
                    Protocol.INVALID_REQUEST,
                    "pages of other sites may not speak here: " + origin);
        }
        if (!Protocol.VERSIONS.contains(version)) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    Protocol.INVALID_REQUEST,
                    "version " + version + " is not spoken here. Maybe one of " + Protocol.VERSIONS);
        }
        JsonNode message;
        try {
            message = json.readTree(body);
        } catch (JacksonException e) {
            return refused(HttpStatus.BAD_REQUEST, Protocol.PARSE_ERROR, "the body is not JSON");
        }
        return message.isArray()
                ? batch(message, version)
                : said(protocol.answer(message).orElse(null));
    }

    private ResponseEntity<?> batch(JsonNode messages, String version) {
        if (!version.equals(Protocol.WITH_BATCHES) || messages.isEmpty() || messages.size() > MOST_IN_A_BATCH) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    Protocol.INVALID_REQUEST,
                    "a batch has 1 to " + MOST_IN_A_BATCH + " messages, and only in version " + Protocol.WITH_BATCHES);
        }
        List<Map<String, @Nullable Object>> answers = new ArrayList<>();
        messages.forEach(message -> protocol.answer(message).ifPresent(answers::add));
        return said(answers.isEmpty() ? null : answers);
    }

    @GetMapping("/api/mcp")
    @Operation(summary = "There is no stream: 405")
    ResponseEntity<Void> stream() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header("Allow", "POST")
                .build();
    }

    @DeleteMapping("/api/mcp")
    @Operation(summary = "There are no sessions to end: 405")
    ResponseEntity<Void> end() {
        return stream();
    }

    private static ResponseEntity<?> said(@Nullable Object answer) {
        return answer == null ? ResponseEntity.accepted().build() : ResponseEntity.ok(answer);
    }

    private static ResponseEntity<?> refused(HttpStatus status, int code, String message) {
        return ResponseEntity.status(status).body(Protocol.error(null, code, message));
    }

    /** Against pages that a browser is lured to: a browser names the page's origin, an assistant none. */
    private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) return true;
        try {
            String host = URI.create(origin).getHost();
            return host != null && host.equalsIgnoreCase(request.getServerName());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
