package org.diaodu.server.cockpit;

import java.util.List;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.database.LastLook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The growth targets of units by year. Saving a target again replaces it. */
@Component
@Transactional
public class GrowthTargets {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final LastLook<String, List<GrowthTarget>> targets = new LastLook<>("growth_target");

    GrowthTargets(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public void save(List<GrowthTarget> targets) {
        for (GrowthTarget target : targets) {
            jdbc.sql("""
                    insert into growth_target (year, unit, value, source) values (:year, :unit, :value, :source)
                    on conflict (year, unit) do update set value = excluded.value, source = excluded.source
                    """)
                    .param("year", target.year())
                    .param("unit", target.unit())
                    .param("value", target.value())
                    .param("source", target.source())
                    .update();
        }
        audit.record("cockpit.targets.save", "growth_target", "", null, Map.of("lines", targets.size()), null);
    }

    /** The unit's target for the year; null if none is set. */
    @Transactional(readOnly = true)
    public @Nullable GrowthTarget find(int year, String unit) {
        return targets.get("growth_target", () -> List.copyOf(all())).stream()
                .filter(target -> target.year() == year && target.unit().equals(unit))
                .findFirst()
                .orElse(null);
    }

    /** Every target, the latest year first, then by unit. */
    @Transactional(readOnly = true)
    public List<GrowthTarget> all() {
        return jdbc.sql("select year, unit, value, source from growth_target order by year desc, unit")
                .query(GrowthTarget.class)
                .list();
    }
}
