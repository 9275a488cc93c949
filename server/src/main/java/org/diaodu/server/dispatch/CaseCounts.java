package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.cockpit.CockpitCounts;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.database.LastLook;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases on the cockpit: open ones, measures past their day, cases signed off, and where the open ones are. */
@Component
@Order(10)
@Transactional(readOnly = true)
class CaseCounts implements CockpitCounts {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final LastLook<Key, Found> looks = new LastLook<>();

    CaseCounts(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(Scope scope, String unit, java.time.LocalDate today) {}

    private record Found(long open, long late, long lateCases, long signedOff, List<InRegion> regions) {}

    private record Sums(long open, long signedOff) {}

    private record Late(long measures, long cases) {}

    @Override
    public List<CockpitTile> tiles(Unit unit) {
        Found found = found(unit);
        String region = "region=" + unit.code();
        return List.of(
                new CockpitTile("cases", found.open(), List.of(), "/dispatch/cases?state=OPEN&" + region),
                new CockpitTile(
                        "late", found.late(), List.of(found.lateCases()), "/dispatch/cases?late=true&" + region),
                new CockpitTile(
                        "signedOff",
                        found.signedOff(),
                        List.of(found.open() + found.signedOff()),
                        "/dispatch/cases?state=SIGNED_OFF&" + region));
    }

    @Override
    public String key() {
        return "cases";
    }

    @Override
    public List<InRegion> regions(Unit unit) {
        return found(unit).regions();
    }

    private Found found(Unit unit) {
        return looks.get(new Key(Callers.current().scope(), unit.code(), clock.today()), () -> look(unit));
    }

    private Found look(Unit unit) {
        Sums sums =
                jdbc.sql("""
                select count(*) filter (where state <> 'SIGNED_OFF') as open,
                       count(*) filter (where state = 'SIGNED_OFF') as signed_off
                from dispatch_case where starts_with(region, :prefix)
                """).param("prefix", unit.prefix()).query(Sums.class).single();
        Late late = jdbc.sql("""
                select count(*) as measures, count(distinct case_id) as cases from dispatch_measure
                where state in ('PLANNED', 'AGREED') and due < :today and starts_with(region, :prefix)
                """)
                .param("prefix", unit.prefix())
                .param("today", clock.today())
                .query(Late.class)
                .single();
        int digits = unit.level() == Unit.Level.PROVINCE ? 4 : 6;
        List<InRegion> regions = jdbc.sql("""
                select rpad(left(region, :digits), 6, '0') as code, count(*) from dispatch_case
                where state <> 'SIGNED_OFF' and starts_with(region, :prefix) group by 1 order by 1
                """)
                .param("digits", digits)
                .param("prefix", unit.prefix())
                .query((row, number) -> new InRegion(
                        row.getString(1), row.getLong(2), "/dispatch/cases?state=OPEN&region=" + row.getString(1)))
                .list();
        return new Found(sums.open(), late.measures(), late.cases(), sums.signedOff(), regions);
    }
}
