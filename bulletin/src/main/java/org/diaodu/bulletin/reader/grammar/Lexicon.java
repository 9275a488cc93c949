package org.diaodu.bulletin.reader.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The dictionaries: units.tsv and words.yaml. Immutable. */
final class Lexicon {
    private static final Lexicon STANDARD = new Lexicon();

    private final Map<String, Unit> units = new HashMap<>();
    private final WordSet unitWords;
    private final Map<String, WordSet> lists = new HashMap<>();
    private final Map<String, Bound> before = new HashMap<>();
    private final Map<String, Bound> after = new HashMap<>();
    private final WordSet beforeWords;
    private final WordSet afterWords;

    private Lexicon() {
        for (String[] row : rows("/org/diaodu/bulletin/reader/units.tsv")) {
            units.put(
                    row[0],
                    new Unit(
                            row[0],
                            row[1],
                            new BigDecimal(row[2]),
                            Unit.Class.valueOf(row[3].toUpperCase(Locale.ROOT))));
        }
        unitWords = new WordSet(units.keySet());
        Map<String, Object> words = yaml("/org/diaodu/bulletin/reader/words.yaml");
        words.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                lists.put(name, new WordSet(strings(list)));
            }
        });
        bounds(words.get("bounds_before"), before);
        bounds(words.get("bounds_after"), after);
        beforeWords = new WordSet(before.keySet());
        afterWords = new WordSet(after.keySet());
    }

    static Lexicon standard() {
        return STANDARD;
    }

    @Nullable
    Unit unitAt(CharSequence text, int at) {
        String word = unitWords.at(text, at);
        return word == null ? null : units.get(word);
    }

    Unit unit(String word) {
        return Objects.requireNonNull(units.get(word), word);
    }

    WordSet list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    @Nullable
    String boundBefore(String text) {
        return beforeWords.endOf(text);
    }

    @Nullable
    String boundAfter(CharSequence text, int at) {
        return afterWords.at(text, at);
    }

    Bound before(String word) {
        return Objects.requireNonNull(before.get(word), word);
    }

    Bound after(String word) {
        return Objects.requireNonNull(after.get(word), word);
    }

    private static void bounds(@Nullable Object section, Map<String, Bound> into) {
        if (section instanceof Map<?, ?> map) {
            map.forEach((bound, list) -> strings((List<?>) list)
                    .forEach(word ->
                            into.put(word, Bound.valueOf(bound.toString().toUpperCase(Locale.ROOT)))));
        }
    }

    private static List<String> strings(List<?> list) {
        return list.stream().map(Object::toString).toList();
    }

    private static Map<String, Object> yaml(String resource) {
        try (InputStream in = open(resource)) {
            return new Yaml().load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String[]> rows(String resource) {
        List<String[]> rows = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
    }
}
