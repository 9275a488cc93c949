package org.diaodu.server.dispatch;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Role;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands everything a member unit still has to do over to another one, in one go: all or nothing. */
@Component
@Transactional
public class HandOver {

    private static final int SHOWN = 50;
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final MemberUnits units;
    private final Timeline timeline;
    private final Audit audit;
    private final List<HeldByUnits> rooms;

    HandOver(JdbcClient jdbc, MemberUnits units, Timeline timeline, Audit audit, List<HeldByUnits> rooms) {
        this.jdbc = jdbc;
        this.units = units;
        this.timeline = timeline;
        this.audit = audit;
        this.rooms = rooms;
    }

    /**
     * One thing that would be handed over.
     *
     * @param title the enterprise, or the office that wrote; {@code words} what is to be done, "" for a case as a whole
     */
    public record Held(Holding what, String href, String number, String title, String words) {}

    /**
     * What a unit still has to do.
     *
     * @param counts open cases it leads, measures not done that it owns, appeals and letters it has to answer, as far as the caller
     *     sees them; none is left out
     * @param elsewhere how many more there are outside the caller's region
     * @param some of them, cases first
     */
    public record Preview(Map<Holding, Long> counts, long elsewhere, List<Held> some) {

        public boolean isNothing() {
            return sum() + elsewhere == 0;
        }

        /** How many the caller can hand over. */
        public long sum() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** What changes whenever the counts do. */
        public String mark() {
            return counts.values().stream().map(String::valueOf).collect(Collectors.joining("-"));
        }
    }

    @Transactional(readOnly = true)
    public Preview preview(String code) {
        Map<Holding, Long> counts = new EnumMap<>(Holding.class);
        for (Holding one : Holding.values()) counts.put(one, 0L);
        jdbc.sql("select what, count(*) from member_unit_shows where unit = :code group by what")
                .param("code", code)
                .query(row -> {
                    counts.put(Holding.valueOf(row.getString(1)), row.getLong(2));
                });
        long all = jdbc.sql("select member_unit_holds(:code)")
                .param("code", code)
                .query(Long.class)
                .single();
        List<Held> some = new ArrayList<>(some(code));
        for (HeldByUnits room : rooms) some.addAll(room.of(code, SHOWN));
        long seen = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Preview(counts, all - seen, some);
    }

    private List<Held> some(String code) {
        return jdbc.sql("""
                (select 'CASE' as what, number, enterprise_name, '' as words from dispatch_case
                 where lead_unit = :code and state <> 'SIGNED_OFF' order by id limit :most)
                union all
                (select 'MEASURE', c.number, c.enterprise_name, m.words
                 from dispatch_measure m join dispatch_case c on c.id = m.case_id
                 where m.owner_unit = :code and m.state in ('PLANNED', 'AGREED') order by m.due, m.id limit :most)
                """)
                .param("code", code)
                .param("most", SHOWN)
                .query((row, number) -> new Held(
                        Holding.valueOf(row.getString("what")),
                        "/dispatch/cases/" + row.getString("number"),
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getString("words")))
                .list();
    }

    /**
     * Hands over what the preview showed.
     *
     * @param mark {@link Preview#mark()} of the preview; where it is another by now, nothing is done
     * @param reason is kept in the timeline of everything handed over
     */
    public void handOver(String from, String to, String mark, String reason) {
        MemberUnit giver = units.find(from).orElseThrow(() -> unknown(from));
        MemberUnit taker =
                units.hold(to).filter(unit -> !unit.code().equals(from)).orElseThrow(() -> unknown(to));
        Caller caller = Callers.current();
        boolean may = caller.isSystem()
                || (caller.has(Role.DISPATCHER) && caller.scope().allows(giver.region()));
        CaseRights.require(may, "移交成员单位的事项", "hand over what a member unit holds");
        requireReason(reason);
        jdbc.sql("""
                select from dispatch_case c where (c.lead_unit = :from and c.state <> 'SIGNED_OFF')
                    or exists (select from dispatch_measure m
                               where m.case_id = c.id and m.owner_unit = :from and m.state in ('PLANNED', 'AGREED'))
                order by c.id for update
                """).param("from", from).query(row -> {});
        rooms.forEach(room -> room.lock(from));
        Preview now = preview(from);
        if (!now.mark().equals(mark)) {
            throw new StepRefused(
                    "DC32",
                    "预览之后有变化：现为 " + Holding.zh(now.counts()) + "。请核对后再移交。",
                    "It has changed since the preview: " + Holding.en(now.counts())
                            + " now. Look again, then hand over.");
        }
        String words = giver.name() + " → " + taker.name() + "：" + reason.strip();
        move(giver, taker, words, reason);
        rooms.forEach(room -> room.handOver(giver, taker, words));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new StepRefused("DC31", "移交须写明理由。", "Give the reason for handing over.");
        }
        if (reason.strip().length() > LONGEST) {
            throw new StepRefused(
                    "DC34",
                    "移交理由共 " + reason.strip().length() + " 个字，最多 " + LONGEST + " 个字，请写得短些。",
                    "The reason has " + reason.strip().length() + " characters; at most " + LONGEST + ". Shorten it.");
        }
    }

    private void move(MemberUnit giver, MemberUnit taker, String words, String reason) {
        record Moved(long id, String number, String region, String state) {}
        List<Moved> moved =
                jdbc.sql("""
                select id, number, region, state from dispatch_case c where (c.lead_unit = :from and c.state <> 'SIGNED_OFF')
                    or exists (select from dispatch_measure m
                               where m.case_id = c.id and m.owner_unit = :from and m.state in ('PLANNED', 'AGREED'))
                """).param("from", giver.code()).query(Moved.class).list();
        Long[] ids = moved.stream().map(Moved::id).toArray(Long[]::new);
        Map<String, Object> both = Map.of("from", giver.code(), "to", taker.code());
        String level = taker.level().name();
        jdbc.sql("""
                update dispatch_measure set owner_unit = :to, level = :level, version = version + 1,
                       helpers = array_remove(helpers, :to)
                where case_id = any(:ids) and owner_unit = :from and state in ('PLANNED', 'AGREED')
                """).params(both).param("level", level).param("ids", ids).update();
        jdbc.sql("update dispatch_measure set lead_unit = :to where case_id = any(:ids) and lead_unit = :from")
                .params(both)
                .param("ids", ids)
                .update();
        jdbc.sql("""
                update dispatch_case set lead_unit = :to, level = :level, units = units || array[:to]
                where id = any(:ids) and lead_unit = :from
                """).params(both).param("level", level).param("ids", ids).update();
        jdbc.sql("""
                update dispatch_case c set version = version + 1, units = array(
                    select c.lead_unit
                    union select owner_unit from dispatch_measure where case_id = c.id
                    union select unnest(helpers) from dispatch_measure where case_id = c.id
                    order by 1)
                where id = any(:ids)
                """).param("ids", ids).update();
        jdbc.sql("update meeting_decision set owner_unit = :to where owner_unit = :from and measure_id is null")
                .params(both)
                .update();
        Signature by = timeline.signature();
        jdbc.sql("""
                insert into dispatch_event (case_id, region, at, kind, state, actor, actor_name, actor_unit, words)
                select n.id, n.region, :at, 'HAND_OVER', n.state, :actor, :name, :unit, :words
                from unnest(:ids::bigint[], :regions::text[], :states::text[]) as n(id, region, state)
                """)
                .param("ids", ids)
                .param("regions", moved.stream().map(Moved::region).toArray(String[]::new))
                .param("states", moved.stream().map(Moved::state).toArray(String[]::new))
                .param("at", Timestamp.from(by.at()))
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .update();
        List<Change> changes = new ArrayList<>();
        for (Moved one : moved) {
            changes.add(new Change("dispatch.hand-over", "case", one.number(), null, both, reason.strip()));
        }
        audit.recordAll(changes);
    }

    private static Problem unknown(String code) {
        return Problem.badRequest(
                "DC33",
                "请选择接收单位；没有成员单位“" + code + "”，或已撤销，或就是移交单位。",
                "Choose the unit that takes over; there is no member unit \"" + code
                        + "\", or it is closed, or the one that hands over.");
    }
}
