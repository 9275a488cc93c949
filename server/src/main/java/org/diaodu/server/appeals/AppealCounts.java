package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.cockpit.CockpitTiles;
import org.diaodu.server.database.LastLook;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appeals on the cockpit: those settled, on time, to the enterprise's satisfaction, and those overdue now. */
@Component
@Order(20)
@Transactional(readOnly = true)
class AppealCounts implements CockpitTiles {

    private final JdbcClient jdbc;
    private final AppealClocks clocks;
    private final LastLook<Key, Found> looks = new LastLook<>();

    AppealCounts(JdbcClient jdbc, AppealClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    private record Key(Scope scope, String unit, LocalDateTime minute) {}

    private record Found(
            long raised,
            long settled,
            long onTime,
            long satisfied,
            long unrated,
            long again,
            long overdue,
            long named) {}

    @Override
    public List<CockpitTile> tiles(Unit unit) {
        LocalDateTime minute = clocks.now().truncatedTo(ChronoUnit.MINUTES);
        Found found =
                looks.get(new Key(Callers.current().scope(), unit.code(), minute), () -> look(unit, clocks.now()));
        String settled = "/appeals?state=SETTLED&region=" + unit.code();
        return List.of(
                new CockpitTile(
                        "settled",
                        found.settled(),
                        List.of(found.raised(), share(found.settled(), found.raised())),
                        settled),
                new CockpitTile(
                        "onTime",
                        found.onTime(),
                        List.of(share(found.onTime(), found.settled())),
                        settled + "&missed=false"),
                new CockpitTile(
                        "satisfied",
                        found.satisfied(),
                        List.of(found.unrated(), found.again()),
                        settled + "&satisfied=true"),
                new CockpitTile(
                        "overdue",
                        found.overdue(),
                        List.of(found.named()),
                        "/appeals?state=OPEN&overdue=true&region=" + unit.code()));
    }

    /** In whole per cent, rounded down: all is said only of all. */
    private static long share(long some, long all) {
        return all == 0 ? 0 : 100 * some / all;
    }

    private Found look(Unit unit, LocalDateTime now) {
        return jdbc.sql("""
                select count(*) filter (where state <> 'withdrawn') as raised,
                       count(*) filter (where state in ('resolved', 'closed')) as settled,
                       count(*) filter (where state in ('resolved', 'closed') and not missed) as on_time,
                       count(*) filter (where state in ('resolved', 'closed') and satisfied) as satisfied,
                       count(*) filter (where state in ('resolved', 'closed') and satisfied is null) as unrated,
                       count(*) filter (where round > 1) as again,
                       count(*) filter (where state not in ('closed', 'withdrawn') and due < :now) as overdue,
                       (select count(distinct e.appeal_id) from appeal_escalation e
                        where e.measure = 'BRIEF' and starts_with(e.region, :prefix)) as named
                from appeal where starts_with(region, :prefix)
                """)
                .param("prefix", unit.prefix())
                .param("now", AppealRows.stamp(now))
                .query(Found.class)
                .single();
    }
}
