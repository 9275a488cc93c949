package org.diaodu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser: cookies of one's own, one page after another. Confined to one thread. */
final class VirtualUser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]*)\"");

    private final HttpClient client;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    VirtualUser(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(send(request("/sign-in").GET().build()).body());
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page carries no token");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(name) + "&password=" + encoded(password);
        HttpResponse<String> answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("refused")) {
            throw new IllegalStateException("sign-in of " + name + " answered " + answer.statusCode() + " to " + to);
        }
    }

    /** Opens a page and returns the milliseconds until its last byte; anything but 200 is a failure. */
    double open(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = send(request(path).GET().build());
        double milliseconds = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return milliseconds;
    }

    /** The text of a page; anything but 200 is a failure. */
    String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer.body();
    }

    /** Sends a form off with the token of the page read last; milliseconds until the answer, which must lead on. */
    double post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + "&" + form))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer = send(request);
        double milliseconds = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 302) throw new IllegalStateException(path + " answered " + answer.statusCode());
        return milliseconds;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, Math.max(cookie.indexOf(';'), 0));
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
