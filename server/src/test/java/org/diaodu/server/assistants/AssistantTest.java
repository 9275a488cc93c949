package org.diaodu.server.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.RouteTargets;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An assistant over loopback: the client of the protocol's own SDK, and single messages by hand. */
class AssistantTest extends PlatformTest {

    private static final Pattern TOKEN = Pattern.compile("id=\"made-token\">([^<]+)<");

    @Autowired
    private RouteTargets targets;

    @BeforeEach
    void enterprisesAreThere() {
        targets.prepare();
    }

    private String token(String user) {
        Matcher made = TOKEN.matcher(visit(user)
                .post("/account/tokens", "token", "assistant", "days", "30")
                .body());
        assertThat(made.find()).isTrue();
        return made.group(1);
    }

    private McpSyncClient client(String token, List<String> versions) {
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(url(""))
                        .endpoint("/api/mcp")
                        .supportedProtocolVersions(versions)
                        .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                        .build())
                .build();
    }

    @Test
    void theSdksClientFindsTheToolsAndAsksWithTheRightsOfTheToken() {
        for (String version : List.of("2025-03-26", "2025-06-18")) {
            try (McpSyncClient client = client(token("clerk-9102"), List.of(version))) {
                assertThat(client.initialize().protocolVersion()).isEqualTo(version);
                assertThat(client.listTools().tools())
                        .extracting(Tool::name)
                        .containsExactlyInAnyOrder("list_policies", "match_enterprise", "explain");
                assertThat(text(client.callTool(new CallToolRequest("match_enterprise", Map.of()))))
                        .contains("\"needsFacts\"")
                        .contains("示例企业9102");
                CallToolResult other =
                        client.callTool(new CallToolRequest("match_enterprise", Map.of("enterprise", "9103")));
                assertThat(other.isError()).isTrue();
                assertThat(text(other)).contains("PE01").contains("outside your own");
            }
        }
    }

    @Test
    void whoeverHasNoBusinessWithPoliciesIsToldSo() {
        try (McpSyncClient client = client(token("dispatcher-230102"), List.of("2025-06-18"))) {
            client.initialize();
            CallToolResult refused = client.callTool(new CallToolRequest("list_policies", Map.of()));
            assertThat(refused.isError()).isTrue();
            assertThat(text(refused)).contains("PE05");
        }
        try (McpSyncClient nobody = client("dd_made-up", List.of("2025-06-18"))) {
            assertThatThrownBy(nobody::initialize).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aTokenThatHasEndedOpensNothing() {
        Visit clerk = visit("clerk-9102");
        Matcher made = TOKEN.matcher(
                clerk.post("/account/tokens", "token", "to end", "days", "30").body());
        assertThat(made.find()).isTrue();
        assertThat(asked(made.group(1), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "2025-06-18")
                        .body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
        Matcher id = Pattern.compile("/account/tokens/(\\d+)/revocation")
                .matcher(clerk.get("/account").body());
        assertThat(id.find()).isTrue();
        clerk.post(id.group());
        assertThat(asked(made.group(1), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "2025-06-18")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoMessageIsRefusedByTheProtocolsOwnCodes() {
        String token = token("clerk-9102");
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        String told = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
        assertThat(asked(token, told, "2025-06-18").statusCode()).isEqualTo(202);
        assertThat(asked(token, "[" + ping + "," + told + "]", "2025-03-26").body())
                .startsWith("[{");
        assertThat(asked(token, "[" + ping + "]", "2025-06-18").statusCode()).isEqualTo(400);
        assertThat(asked(token, ping, "2019-01-01").statusCode()).isEqualTo(400);
        assertThat(asked(token, "{", "2025-06-18").body()).contains("-32700");
        assertThat(asked(token, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}", "2025-06-18")
                        .body())
                .contains("-32601");
        assertThat(asked(token, ping, "2025-06-18", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> asked(String token, String body, String version, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/api/mcp")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", version)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }
}
