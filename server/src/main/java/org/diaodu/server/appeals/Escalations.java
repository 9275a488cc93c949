package org.diaodu.server.appeals;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Escalation;
import org.diaodu.server.appeals.clock.Measure;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.appeals.clock.Term;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what was done because terms were missed: the row, the notices and the audit row in one transaction, each measure
 * once, whoever writes it first.
 */
@Component
class Escalations {

    private final JdbcClient jdbc;
    private final Addressees addressees;
    private final Notices notices;
    private final Audit audit;

    Escalations(JdbcClient jdbc, Addressees addressees, Notices notices, Audit audit) {
        this.jdbc = jdbc;
        this.addressees = addressees;
        this.notices = notices;
        this.audit = audit;
    }

    /** An appeal with its timeline and what the clock says of it. */
    record Looked(Appeal one, List<AppealEntry> entries, Reading reading) {

        /** The unit that had it at a moment. */
        String unitAt(LocalDateTime at) {
            String unit = one.unit();
            for (AppealEntry entry : entries) {
                String to = entry.unit();
                if (to != null && entry.goesToUnit() && !entry.at().isAfter(at)) unit = to;
            }
            return unit;
        }
    }

    /** A measure that was taken about a term of a round. */
    record Taken(Looked looked, Round round, Escalation escalation, String unit) {

        String number() {
            return looked.one().number();
        }
    }

    /** Writes the measures that have come due, tells of them, and gives those that were not written before. */
    List<Taken> write(List<Looked> looked) {
        List<Taken> fresh = insert(looked);
        tell(fresh, true);
        return fresh;
    }

    /** The same for measures of the past, of which nobody is told. */
    void writeQuietly(List<Looked> looked) {
        tell(insert(looked), false);
    }

    private List<Taken> insert(List<Looked> looked) {
        Map<String, Taken> taken = new HashMap<>();
        for (Looked one : looked) {
            for (Round round : one.reading().rounds()) {
                for (Escalation escalation : round.escalations()) {
                    var measure = new Taken(one, round, escalation, one.unitAt(escalation.at()));
                    taken.put(key(one.one().id(), round.number(), escalation), measure);
                }
            }
        }
        if (taken.isEmpty()) return List.of();
        List<Taken> all = List.copyOf(taken.values());
        return jdbc.sql("""
                insert into appeal_escalation (appeal_id, enterprise_id, region, round, term, measure, at, unit)
                select * from unnest(:appeals::bigint[], :enterprises::bigint[], :regions::text[], :rounds::int[], :terms::text[],
                                     :measures::text[], :moments::timestamptz[], :units::text[])
                on conflict do nothing
                returning appeal_id, round, term, measure, at
                """)
                .param(
                        "appeals",
                        all.stream().map(one -> one.looked().one().id()).toArray(Long[]::new))
                .param(
                        "enterprises",
                        all.stream()
                                .map(one -> one.looked().one().raiser().enterpriseId())
                                .toArray(Long[]::new))
                .param("regions", texts(all, one -> one.looked().one().region()))
                .param("rounds", all.stream().map(one -> one.round().number()).toArray(Integer[]::new))
                .param("terms", texts(all, one -> one.escalation().term().name()))
                .param("measures", texts(all, one -> one.escalation().measure().name()))
                .param(
                        "moments",
                        all.stream()
                                .map(one -> AppealRows.stamp(one.escalation().at()))
                                .toArray(Timestamp[]::new))
                .param("units", texts(all, Taken::unit))
                .query((row, number) -> Objects.requireNonNull(taken.get(key(
                        row.getLong("appeal_id"),
                        row.getInt("round"),
                        new Escalation(
                                Objects.requireNonNull(AppealRows.moment(row.getTimestamp("at"))),
                                Measure.valueOf(row.getString("measure")),
                                Term.valueOf(row.getString("term")))))))
                .list();
    }

    private static String key(long appeal, int round, Escalation escalation) {
        return appeal + "/" + round + "/" + escalation.term() + "/" + escalation.measure() + "/" + escalation.at();
    }

    private void tell(List<Taken> fresh, boolean aloud) {
        if (fresh.isEmpty()) return;
        Map<String, List<Long>> known = new HashMap<>();
        List<Notices.Told> told = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Taken one : fresh) {
            Escalation escalation = one.escalation();
            if (aloud) for (long account : accounts(one, known)) told.add(new Notices.Told(account, telling(one)));
            Map<String, Object> after = Map.of(
                    "round", one.round().number(),
                    "term", escalation.term().code(),
                    "at", escalation.at().toString(),
                    "unit", one.unit());
            changes.add(new Change("appeal." + escalation.measure().code(), "appeal", one.number(), null, after, null));
        }
        notices.tellAll(told);
        audit.recordAll(changes);
    }

    /** The unit is reminded; those in charge hear of a supervision; the leader also of what is named in the brief. */
    private Set<Long> accounts(Taken one, Map<String, List<Long>> known) {
        Set<Long> accounts =
                new LinkedHashSet<>(known.computeIfAbsent(one.unit(), unit -> addressees.ofMemberUnits(List.of(unit))));
        Measure measure = one.escalation().measure();
        if (measure != Measure.REMINDER) accounts.addAll(inCharge(Role.DISPATCHER, one, known));
        if (measure == Measure.BRIEF) accounts.addAll(inCharge(Role.LEADER, one, known));
        return accounts;
    }

    private List<Long> inCharge(Role role, Taken one, Map<String, List<Long>> known) {
        List<String> governments =
                governmentsOf(one.looked().one().region(), one.round().level());
        return known.computeIfAbsent(role + "/" + governments, _ -> addressees.inCharge(role, governments));
    }

    /** The government of a level an enterprise has above it, and those above that. */
    static List<String> governmentsOf(String region, Unit.Level level) {
        List<String> all = AppealRouting.governments(region);
        int from = switch (level) {
            case COUNTY -> 0;
            case PREFECTURE -> all.size() - 2;
            case PROVINCE -> all.size() - 1;
        };
        return all.subList(Math.max(0, from), all.size());
    }

    private static Telling telling(Taken one) {
        Appeal appeal = one.looked().one();
        Escalation escalation = one.escalation();
        String title = switch (escalation.measure()) {
                    case REMINDER -> "催办：";
                    case SUPERVISION -> "督办：";
                    case BRIEF -> "列入简报通报：";
                }
                + appeal.number() + "“" + escalation.term().zh() + "”超期";
        return new Telling(
                "appeal/" + key(appeal.id(), one.round().number(), escalation),
                "appeal",
                title,
                appeal.raiser().name() + "：" + appeal.gist(),
                "/appeals/" + appeal.number());
    }

    private static String[] texts(List<Taken> all, Function<Taken, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** What was done about an appeal, oldest first. */
    List<Escalation> of(Appeal one) {
        return jdbc.sql("select at, measure, term from appeal_escalation where appeal_id = :id order by at, id")
                .param("id", one.id())
                .query((row, number) -> new Escalation(
                        Objects.requireNonNull(AppealRows.moment(row.getTimestamp("at"))),
                        Measure.valueOf(row.getString("measure")),
                        Term.valueOf(row.getString("term"))))
                .list();
    }
}
