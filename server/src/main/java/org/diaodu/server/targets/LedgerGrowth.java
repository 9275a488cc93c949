package org.diaodu.server.targets;

import java.util.List;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.cockpit.GrowthTarget;
import org.diaodu.server.cockpit.GrowthTargets;
import org.diaodu.server.database.LastLook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the cockpit compares growth with: the growth targets of the ledger, of which one counts for a region and a year. */
@Component
@Transactional(readOnly = true)
class LedgerGrowth implements GrowthTargets {

    private final JdbcClient jdbc;
    private final LastLook<Caller.Sight, List<GrowthTarget>> targets = new LastLook<>("target");

    LedgerGrowth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable GrowthTarget find(int year, String unit) {
        return all().stream()
                .filter(target -> target.year() == year && target.unit().equals(unit))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<GrowthTarget> all() {
        return targets.get(
                Callers.current().sight(),
                () -> List.copyOf(jdbc.sql("""
                                select extract(year from due)::int as year, region as unit, low::double precision as value,
                                       document as source, '/targets/' || id as href
                                from target
                                where measure = 'VALUE_ADDED_GROWTH' and member_unit is null
                                  and begins = make_date(extract(year from due)::int, 1, 1)
                                  and due = make_date(extract(year from due)::int, 12, 31)
                                  and state in ('ACCEPTED', 'TRACKED', 'MET', 'MISSED')
                                order by due desc, region
                                """)
                        .query(GrowthTarget.class)
                        .list()));
    }
}
