package org.diaodu.server.policies;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.policy.match.Subject;

/**
 * An enterprise, project or product with what the platform knows of it on a day.
 *
 * @param name what people call it
 * @param provenance where each fact comes from, by its name
 */
public record KnownSubject(SubjectId id, String name, Subject subject, Map<String, Provenance> provenance) {
    public KnownSubject {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** The credit code, and after a stroke the code of the project or product. */
    public String key() {
        return id.key();
    }
}
