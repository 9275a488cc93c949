package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.dispatch.Cause;
import org.diaodu.server.dispatch.OpenAppeals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells dispatch what its enterprises have asked for and still wait for. */
@Component
@Transactional(readOnly = true)
class AppealsOfCases implements OpenAppeals {

    private final JdbcClient jdbc;
    private final AppealClocks clocks;

    AppealsOfCases(JdbcClient jdbc, AppealClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    @Override
    public Map<Long, List<OpenAppeal>> of(Collection<Long> enterprises) {
        LocalDateTime now = clocks.now();
        Map<Long, List<OpenAppeal>> open = new HashMap<>();
        jdbc.sql("""
                select * from appeal where enterprise_id = any(:enterprises) and state not in ('closed', 'withdrawn')
                order by enterprise_id, id desc
                """).param("enterprises", enterprises.toArray(Long[]::new)).query(row -> {
            Appeal one = AppealRows.appeal(row, 0);
            open.computeIfAbsent(one.raiser().enterpriseId(), _ -> new ArrayList<>())
                    .add(new OpenAppeal(
                            one.number(),
                            one.subject().zh(),
                            one.subject().en(),
                            one.gist(),
                            AppealLine.isOverdue(one, now),
                            likely(one.subject())));
        });
        return open;
    }

    /** The cause of a fall that a subject points to. */
    static Cause likely(Subject subject) {
        return switch (subject) {
            case POWER, FUEL -> Cause.ENERGY;
            case ROAD, RAIL -> Cause.LOGISTICS;
            case LABOUR -> Cause.STAFF;
            case FINANCE, ARREARS -> Cause.FUNDS;
            case EXPORT, ORDERS -> Cause.ORDERS;
            case MATERIALS -> Cause.MATERIALS;
            case EPIDEMIC -> Cause.EPIDEMIC;
            case TAX, LAND, ENVIRONMENT, PERMITS, OTHER -> Cause.OTHER;
        };
    }
}
