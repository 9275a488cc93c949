package org.diaodu.server.pages;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Names the static files by their content, so that browsers may keep them for a year: {@code app.css} is addressed as
 * {@code /static/<digest>/app.css}.
 */
@Component
public final class Assets {
    private static final Map<String, String> LIBRARIES = Map.of(
            "htmx.min.js", "META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js",
            "echarts.min.js", "META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js");
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The address of a static file by its plain name; an unknown name is an error in the template. */
    public String address(String name) {
        return addresses.computeIfAbsent(name, wanted -> "/static/" + digest(file(wanted)) + "/" + wanted);
    }

    static Resource file(String name) {
        String library = LIBRARIES.get(name);
        return new ClassPathResource(library == null ? "static/" + name : library);
    }

    private static String digest(Resource file) {
        try (InputStream content = file.getInputStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException e) {
            throw new IllegalArgumentException("Static file \"" + file.getDescription() + "\" cannot be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
