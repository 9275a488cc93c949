package org.diaodu.server.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of the pages: every {@code messages/<module>_zh.properties} and {@code _en.properties} in UTF-8.
 *
 * <p>{@code {0}}, {@code {1}} … are replaced by the arguments as they print; quotes need no doubling. A key in two files
 * is an error at start, a key nobody wrote shows as itself.
 */
@Component
public final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();

    public Messages() throws IOException {
        for (String language : new String[] {"zh", "en"}) {
            texts.put(language, load(language));
        }
    }

    public String text(Locale locale, String key, @Nullable Object... arguments) {
        String text = of(locale).get(key);
        return text == null ? key : filled(text, arguments);
    }

    public boolean has(Locale locale, String key) {
        return of(locale).containsKey(key);
    }

    Map<String, String> of(Locale locale) {
        return texts.get(locale.getLanguage().equals("en") ? "en" : "zh") instanceof Map<String, String> found
                ? found
                : Map.of();
    }

    private static String filled(String text, @Nullable Object... arguments) {
        if (arguments.length == 0) {
            return text;
        }
        return PLACE.matcher(text).replaceAll(place -> {
            int i = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(i < arguments.length ? String.valueOf(arguments[i]) : place.group());
        });
    }

    private static Map<String, String> load(String language) throws IOException {
        Map<String, String> loaded = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language + ".properties")) {
            Properties properties = new Properties();
            try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            for (String key : properties.stringPropertyNames()) {
                if (loaded.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("Message \"" + key + "\" stands in " + file.getFilename()
                            + " and in another file. Maybe rename it after its module.");
                }
            }
        }
        return Map.copyOf(loaded);
    }
}
