package org.diaodu.policy.match;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.policy.book.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise, a project or a product with what is known of it.
 *
 * @param region its GB/T 2260 code, or null where it is not known
 * @param facts FEEL values by name; what is absent or null is not known
 */
public record Subject(SubjectKind kind, @Nullable String region, Map<String, @Nullable Object> facts) {
    public Subject {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
