package org.diaodu.server.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message to a chat's robot, in the text form that DingTalk and WeCom share; both answer {@code errcode} 0 when they took it. */
@Component
class WebhookPost implements Post {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.WEBHOOK;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void carry(long delivery, String address, Letter letter) throws IOException {
        String body = JSON.writeValueAsString(
                Map.of("msgtype", "text", "text", Map.of("content", letter.subject() + "\n" + letter.text())));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !isTaken(answer.body())) {
                throw new IOException("the robot answered " + answer.statusCode() + " " + shortened(answer.body()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isTaken(String answer) {
        try {
            JsonNode code = JSON.readTree(answer).path("errcode");
            return code.isInt() && code.asInt() == 0;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }
}
