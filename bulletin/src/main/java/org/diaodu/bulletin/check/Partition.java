package org.diaodu.bulletin.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A whole whose parts are known, such as industry's three sections; from {@code partitions.yaml}.
 *
 * @param also a further part that some wholes have, as electricity has households
 */
record Partition(String name, List<Term> parts, @Nullable Term also) {

    private static final List<Partition> KNOWN = rows("partitions.yaml").stream()
            .map(row -> new Partition(
                    String.valueOf(row.get("name")),
                    ((List<?>) Objects.requireNonNull(row.get("parts")))
                            .stream().map(Term::of).toList(),
                    row.get("also") == null ? null : Term.of(row.get("also"))))
            .toList();

    static List<Partition> known() {
        return KNOWN;
    }

    /** The rows of a table that lies beside this class. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Partition.class.getResourceAsStream("/org/diaodu/bulletin/check/" + resource))) {
            return (List<Map<String, Object>>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of these for each part, in the order of the parts; empty unless each part is there exactly once. */
    <T> List<T> complete(List<T> candidates, Function<T, String> label) {
        List<T> found = new ArrayList<>();
        for (Term part : parts) {
            List<T> matching =
                    candidates.stream().filter(c -> part.names(label.apply(c))).toList();
            if (matching.size() != 1) {
                return List.of();
            }
            found.add(matching.getFirst());
        }
        Term more = also;
        if (more != null) {
            candidates.stream()
                    .filter(c -> more.names(label.apply(c)))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The whole a name speaks of: 三次产业增加值. */
    static Optional<Partition> of(String label) {
        return KNOWN.stream()
                .filter(p -> label.contains(p.name().replaceFirst("^工业", "")))
                .findFirst();
    }

    /** One name for each part. */
    List<String> labels() {
        return parts.stream().map(part -> part.has().getFirst()).toList();
    }
}
