package org.diaodu.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's visit over HTTP: cookies kept, redirects not followed, forms sent with the page's CSRF token. */
public final class Visit {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]*)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    private Visit(String base) {
        this.base = base;
    }

    public static Visit anonymous(String base) {
        return new Visit(base);
    }

    public static Visit signedIn(String base, String user, String password) {
        var visit = new Visit(base);
        visit.get("/sign-in");
        HttpResponse<String> answer = visit.post("/sign-in", "name", user, "password", password);
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("refused")) {
            throw new IllegalStateException("sign-in of " + user + " answered " + answer.statusCode() + " to " + to);
        }
        visit.get("/account");
        return visit;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).GET();
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        HttpResponse<String> answer = send(request.build());
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer;
    }

    /** The status of an answer that goes on for as long as somebody listens. */
    public int statusOfStream(String path) {
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with these names and values and the token of the page read last. */
    public HttpResponse<String> post(String path, String... namesAndValues) {
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token)));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** A file of a form's field {@code file}. */
    public record FilePart(String name, byte[] content) {}

    /** Sends a form as {@link #post(String, String...)} does, with files. */
    public HttpResponse<String> post(String path, List<FilePart> files, String... namesAndValues) {
        String boundary = "----visit-boundary";
        var body = new ByteArrayOutputStream();
        List<String> fields = new ArrayList<>(List.of("_csrf", token));
        fields.addAll(List.of(namesAndValues));
        for (int i = 0; i < fields.size(); i += 2) {
            part(
                    body,
                    boundary,
                    "name=\"" + fields.get(i) + "\"",
                    fields.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        for (FilePart file : files) {
            part(body, boundary, "name=\"file\"; filename=\"" + file.name() + "\"", file.content());
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends any request with the token in its header, e.g. a PUT or an upload. */
    public HttpResponse<String> send(String method, String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** The value of a cookie kept; "" without it. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
