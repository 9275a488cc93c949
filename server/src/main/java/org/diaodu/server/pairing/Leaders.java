package org.diaodu.server.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who look after enterprises. */
@Component
@Transactional
public class Leaders {

    static final String SELECT = """
            select l.id as leader_id, l.name as leader_name, l.post, l.account, l.left_on, l.version as leader_version,
                   u.code as unit_code, u.name as unit_name, u.level as unit_level,
                   (select count(*) from pairing p where p.leader = l.id and
                   """ + PairingRows.HOLDS + """
                   ) as enterprises,
                   (select count(*) from pairing p where p.leader = l.id and p.until is not null and
                   """ + PairingRows.HOLDS + """
                   ) as handed_on,
                   (select count(*) from pairing p where p.leader = l.id and
                   """ + PairingRows.COMES + """
                   ) as coming
            from leader l join unit u on u.code = l.unit
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final Addressees addressees;
    private final BusinessClock clock;
    private final Audit audit;

    Leaders(JdbcClient jdbc, Units units, Addressees addressees, BusinessClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.units = units;
        this.addressees = addressees;
        this.clock = clock;
        this.audit = audit;
    }

    /** Those of the governments whose codes begin so, from the province down; "*" for all. */
    @Transactional(readOnly = true)
    public List<Leader> within(String prefix) {
        return jdbc.sql(SELECT + " where :prefix = '*' or starts_with(l.unit, :prefix) order by l.unit, l.id")
                .param("prefix", prefix)
                .query(Leaders::leader)
                .list();
    }

    /** Those the caller may pair. */
    @Transactional(readOnly = true)
    public List<Leader> own() {
        String prefix = Callers.current().scope().regionPrefix();
        return prefix.isEmpty() ? List.of() : within(prefix);
    }

    @Transactional(readOnly = true)
    public Leader get(long id) {
        return find(id).orElseThrow(
                        () -> Problem.notFound("PR10", "没有编号为 " + id + " 的包联人。", "There is no leader " + id + "."));
    }

    @Transactional(readOnly = true)
    public Optional<Leader> find(long id) {
        return jdbc.sql(SELECT + " where l.id = :id")
                .param("id", id)
                .query(Leaders::leader)
                .optional();
    }

    /** The caller, where they are one. */
    @Transactional(readOnly = true)
    public Optional<Leader> self() {
        return jdbc.sql(SELECT + " where l.account = :account")
                .param("account", Callers.current().userId())
                .query(Leaders::leader)
                .optional();
    }

    /** Nobody else hands over to or from these before the transaction ends. */
    void lock(long one, long other) {
        jdbc.sql("select id from leader where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query(Long.class)
                .list();
    }

    /**
     * Adds somebody.
     *
     * @param signIn what they sign in with; "" for those who do not
     */
    public Outcome add(String name, String post, String unit, String signIn) {
        PairingRights.requireManage(Callers.current());
        var faults = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.length() > 60) faults.put("name", "pairing.fault.name");
        if (post.isBlank() || post.length() > 80) faults.put("post", "pairing.fault.post");
        if (units.find(unit).isEmpty() || !Callers.current().scope().allows(unit))
            faults.put("unit", "pairing.fault.unit");
        List<Long> accounts = signIn.isBlank() ? List.of() : addressees.named(signIn.strip());
        if (!signIn.isBlank() && accounts.isEmpty()) faults.put("signIn", "pairing.fault.signIn");
        if (!accounts.isEmpty() && isTaken(accounts.getFirst())) faults.put("signIn", "pairing.fault.taken");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        create(name.strip(), post.strip(), unit, accounts.isEmpty() ? null : accounts.getFirst());
        return new Outcome.Done(1);
    }

    /** Adds somebody and gives their number. */
    long create(String name, String post, String unit, @Nullable Long account) {
        long id = jdbc.sql(
                        "insert into leader (name, post, unit, account) values (:name, :post, :unit, :account) returning id")
                .param("name", name)
                .param("post", post)
                .param("unit", unit)
                .param("account", account, Types.BIGINT)
                .query(Long.class)
                .single();
        audit.record(
                "pairing.leader-add", "leader", "" + id, null, Map.of("name", name, "post", post, "unit", unit), null);
        return id;
    }

    /** Notes that somebody left the post; whoever still looks after enterprises hands them over first. */
    public Outcome leave(long id, int version) {
        Leader leader = get(id);
        PairingRights.requireManage(Callers.current(), leader);
        lock(id, id);
        if (get(id).version() != version) return new Outcome.Stale();
        if (leader.enterprises() + leader.coming() > 0) throw stillHas(leader);
        jdbc.sql("update leader set left_on = :day, version = version + 1 where id = :id and left_on is null")
                .param("day", clock.today())
                .param("id", id)
                .update();
        audit.record("pairing.leader-leave", "leader", "" + id, null, Map.of("leftOn", clock.today()), null);
        return new Outcome.Done(1);
    }

    private static Problem stillHas(Leader leader) {
        if (leader.toHandOver() == 0) {
            return Problem.conflict(
                    "PR15",
                    leader.titled() + "的 " + leader.enterprises() + " 家企业已定移交日期，在那一天之前还由其包联；移交之后再办离任。",
                    leader.name() + " looks after " + leader.enterprises()
                            + " enterprises until the day set for handing them over. Note the leaving after it.");
        }
        return Problem.conflict(
                "PR11",
                leader.titled() + "还包联 " + leader.enterprises() + " 家企业"
                        + (leader.coming() > 0 ? "，另有 " + leader.coming() + " 家将由其包联" : "") + "，请先移交。",
                leader.name() + " still looks after " + leader.enterprises() + " enterprises"
                        + (leader.coming() > 0 ? " and is to look after " + leader.coming() + " more" : "")
                        + ". Hand them over first.");
    }

    private boolean isTaken(long account) {
        return jdbc.sql("select exists (select from leader where account = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    static Leader leader(ResultSet row, int number) throws SQLException {
        return new Leader(
                row.getLong("leader_id"),
                row.getString("leader_name"),
                row.getString("post"),
                new Unit(
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        Unit.Level.valueOf(row.getString("unit_level"))),
                row.getObject("account", Long.class),
                row.getObject("left_on", LocalDate.class),
                row.getInt("enterprises"),
                row.getInt("handed_on"),
                row.getInt("coming"),
                row.getInt("leader_version"));
    }
}
