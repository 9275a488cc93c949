package org.diaodu.server.appeals;

import java.util.List;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.appeals.AppealTimeline.Said;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.dispatch.HandOver;
import org.diaodu.server.dispatch.HeldByUnits;
import org.diaodu.server.dispatch.Holding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands over the appeals a member unit has to answer; the clock runs on, and the enterprise is not asked to wait anew. */
@Component
@Order(1)
@Transactional
class AppealsOfUnits implements HeldByUnits {

    private final JdbcClient jdbc;
    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final AppealSteps steps;

    AppealsOfUnits(JdbcClient jdbc, AppealRows rows, AppealTimeline timeline, AppealClocks clocks, AppealSteps steps) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.steps = steps;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HandOver.Held> of(String unit, int most) {
        return jdbc.sql("""
                        select * from appeal where unit = :unit and state not in ('closed', 'withdrawn') order by id limit :most
                        """).param("unit", unit).param("most", most).query(AppealRows::appeal).list().stream()
                .map(one -> new HandOver.Held(
                        Holding.APPEAL,
                        "/appeals/" + one.number(),
                        one.number(),
                        one.raiser().name(),
                        one.gist()))
                .toList();
    }

    @Override
    public void lock(String unit) {
        rows.lockOpenOf(unit);
    }

    @Override
    public void handOver(MemberUnit from, MemberUnit to, String words) {
        List<Appeal> open = rows.lockOpenOf(from.code());
        var entries = timeline.of(open.stream().map(Appeal::id).toList());
        for (Appeal one : open) {
            List<AppealEntry> before = entries.getOrDefault(one.id(), List.of());
            var said = new Said(AppealEntry.GIVEN, one.round(), words, null, to.code(), null);
            AppealRows.Turn turn = Instructions.moved(one, to.code());
            Signed by = timeline.signature(one, clocks.now(before));
            steps.write(one, before, said, Brought.NOTHING, turn, by);
        }
    }
}
