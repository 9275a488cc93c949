package org.diaodu.server.policies.delivery;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.steps.StepRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What forms over several entitlements have in common: they are sent once, and hold all or nothing. */
final class Forms {

    private static final String PROVINCE = "230000";

    private Forms() {}

    /** What the same form made when it was sent before; two that come at once do so one after the other. */
    static Optional<String> made(JdbcClient jdbc, String sql, String key) {
        if (key.isBlank()) return Optional.empty();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('policy form ' || :key, 0))::text")
                .param("key", key)
                .query(String.class)
                .optional();
        return jdbc.sql(sql).param("key", key).query(String.class).optional();
    }

    /** All of these, locked; or a page that names those that are not there. */
    static List<Entitlement> all(EntitlementRows rows, Collection<String> numbers) {
        var asked = new LinkedHashSet<>(numbers);
        List<Entitlement> found = rows.lockAll(asked);
        if (found.size() < asked.size()) {
            found.forEach(one -> asked.remove(one.number()));
            throw new StepRefused(
                    "PD06",
                    "其中 " + String.join("、", asked) + " 不存在或不在您的范围内，全部未办理。",
                    String.join(", ", asked) + " are not there or outside your own; nothing was done.");
        }
        return found;
    }

    /** The officer's unit; that of the province for the platform itself. */
    static String region() {
        Unit unit = Callers.current().unit();
        return unit == null ? PROVINCE : unit.code();
    }
}
