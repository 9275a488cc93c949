package org.diaodu.server.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of {@code pairing}. */
@Component
class PairingRows {

    /** Whether the pairing {@code p} holds on the day the platform lives on. */
    static final String HOLDS =
            " p.since <= (select business_day()) and (p.until is null or p.until > (select business_day())) ";

    /** Whether the pairing {@code p} is to hold from a later day. */
    static final String COMES = " p.since > (select business_day()) and (p.until is null or p.until > p.since) ";

    private static final String SELECT = """
            select p.*, l.id as leader_id, l.name as leader_name, l.post, l.account, l.left_on, l.version as leader_version,
                   u.code as unit_code, u.name as unit_name, u.level as unit_level, 0 as enterprises, 0 as handed_on, 0 as coming
            from pairing p join leader l on l.id = p.leader join unit u on u.code = l.unit
            """;

    private final JdbcClient jdbc;

    PairingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something to be paired. */
    record Made(long enterpriseId, String enterpriseName, String region, long leader, String why, String note) {}

    /** The pairing of an enterprise that holds now, as far as the caller sees. */
    Optional<Pairing> holding(long enterprise) {
        return jdbc.sql(SELECT + " where p.enterprise_id = :enterprise and" + HOLDS)
                .param("enterprise", enterprise)
                .query(PairingRows::pairing)
                .optional();
    }

    List<Pairing> holding(Collection<Long> enterprises) {
        return jdbc.sql(SELECT + " where p.enterprise_id = any(:enterprises) and" + HOLDS + "order by p.id")
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query(PairingRows::pairing)
                .list();
    }

    /** The pairing of an enterprise that is to hold from a later day. */
    Optional<Pairing> coming(long enterprise) {
        return jdbc.sql(SELECT + " where p.enterprise_id = :enterprise and" + COMES + "order by p.since limit 1")
                .param("enterprise", enterprise)
                .query(PairingRows::pairing)
                .optional();
    }

    /** What an account is to look after from a later day. */
    List<Pairing> comingTo(long account) {
        return jdbc.sql(SELECT + " where l.account = :account and" + COMES + "order by p.since, p.id")
                .param("account", account)
                .query(PairingRows::pairing)
                .list();
    }

    /** All pairings of an enterprise, the latest first. */
    List<Pairing> history(long enterprise) {
        return jdbc.sql(SELECT + " where p.enterprise_id = :enterprise order by p.since desc, p.id desc")
                .param("enterprise", enterprise)
                .query(PairingRows::pairing)
                .list();
    }

    /** What a leader looks after, or is to look after, with no end set. */
    List<Pairing> ofLeader(long leader) {
        return jdbc.sql(SELECT
                        + " where p.leader = :leader and p.until is null order by p.region, p.enterprise_name, p.id")
                .param("leader", leader)
                .query(PairingRows::pairing)
                .list();
    }

    /** What a leader looks after until a day that is set. */
    List<Pairing> handedOn(long leader) {
        return jdbc.sql(SELECT + " where p.leader = :leader and p.until is not null and" + HOLDS
                        + "order by p.until, p.region, p.enterprise_name, p.id")
                .param("leader", leader)
                .query(PairingRows::pairing)
                .list();
    }

    /** Nobody else pairs this enterprise before the transaction ends. */
    void lock(long enterprise) {
        lock(List.of(enterprise));
    }

    /** The same for many. */
    void lock(Collection<Long> enterprises) {
        jdbc.sql("""
                select pg_advisory_xact_lock(hashtextextended('pairing', n.enterprise))
                from (select unnest(:enterprises::bigint[]) as enterprise order by 1) as n
                """)
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query((row, number) -> true)
                .list();
    }

    /** Nobody pairs this enterprise otherwise before the transaction ends; others may hold it so as well. */
    void share(long enterprise) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('pairing', :enterprise))")
                .param("enterprise", enterprise)
                .query((row, number) -> true)
                .list();
    }

    /** Ends on a day what these enterprises have then, and drops what was to begin later; gives the numbers of those ended. */
    List<Long> endOf(Collection<Long> enterprises, LocalDate day, String why) {
        return jdbc.sql("""
                update pairing set until = greatest(:day, since), ended_why = :why
                where enterprise_id = any(:enterprises) and (until is null or until > greatest(:day, since)) returning id
                """)
                .param("day", day)
                .param("why", why)
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Sets the end of pairings that have none, and gives the numbers of those that had none. */
    List<Long> end(Collection<Long> pairings, LocalDate day, String why) {
        return jdbc.sql("""
                update pairing set until = greatest(:day, since), ended_why = :why
                where id = any(:ids) and until is null returning id
                """)
                .param("day", day)
                .param("why", why)
                .param("ids", pairings.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Pairs all of them in one statement; one that is paired already on any of the days fails the whole. */
    void insert(List<Made> made, LocalDate since, Pairing.How how) {
        StatementSpec insert = jdbc.sql("""
                insert into pairing (enterprise_id, enterprise_name, region, leader, since, how, why, note, made_by, made_by_name)
                select n.enterprise, n.name, n.region, n.leader, :since, :how, n.why, n.note, :by, :byName
                from unnest(:enterprises::bigint[], :names::text[], :regions::text[], :leaders::bigint[], :whys::text[],
                            :notes::text[]) as n(enterprise, name, region, leader, why, note)
                """)
                .param("since", since)
                .param("how", how.name())
                .param("by", Callers.current().name())
                .param("byName", Callers.current().displayName())
                .param("enterprises", made.stream().map(Made::enterpriseId).toArray(Long[]::new))
                .param("names", made.stream().map(Made::enterpriseName).toArray(String[]::new))
                .param("regions", made.stream().map(Made::region).toArray(String[]::new))
                .param("leaders", made.stream().map(Made::leader).toArray(Long[]::new))
                .param("whys", made.stream().map(Made::why).toArray(String[]::new))
                .param("notes", made.stream().map(Made::note).toArray(String[]::new));
        try {
            insert.update();
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict(
                    "PR16",
                    "其中有企业刚由别人确定了包联人，没有保存。请重新打开页面看现在的情况。",
                    "Somebody else paired one of these enterprises meanwhile; nothing was saved. Open the page again.");
        }
    }

    static Pairing pairing(ResultSet row, int number) throws SQLException {
        return new Pairing(
                row.getLong("id"),
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                row.getString("region"),
                Leaders.leader(row, number),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                Pairing.How.valueOf(row.getString("how")),
                row.getString("why"),
                row.getString("note"),
                row.getString("made_by_name"),
                row.getString("ended_why"));
    }
}
