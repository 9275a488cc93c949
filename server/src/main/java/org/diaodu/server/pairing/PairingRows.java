package org.diaodu.server.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code pairing}. */
@Component
class PairingRows {

    private static final String SELECT = """
            select p.*, l.id as leader_id, l.name as leader_name, l.post, l.account, l.left_on, l.version as leader_version,
                   u.code as unit_code, u.name as unit_name, u.level as unit_level, 0 as enterprises
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
        return jdbc.sql(SELECT + " where p.enterprise_id = :enterprise and p.until is null")
                .param("enterprise", enterprise)
                .query(PairingRows::pairing)
                .optional();
    }

    List<Pairing> holding(Collection<Long> enterprises) {
        return jdbc.sql(SELECT + " where p.enterprise_id = any(:enterprises) and p.until is null order by p.id")
                .param("enterprises", enterprises.toArray(Long[]::new))
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

    /** What a leader looks after now. */
    List<Pairing> ofLeader(long leader) {
        return jdbc.sql(SELECT
                        + " where p.leader = :leader and p.until is null order by p.region, p.enterprise_name, p.id")
                .param("leader", leader)
                .query(PairingRows::pairing)
                .list();
    }

    /** Nobody else pairs this enterprise before the transaction ends. */
    void lock(long enterprise) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pairing', :enterprise))")
                .param("enterprise", enterprise)
                .query((row, number) -> true)
                .single();
    }

    /** Ends pairings that still hold, and gives the numbers of those that did. */
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

    /** Pairs all of them in one statement; one that is paired already fails the whole. */
    void insert(List<Made> made, LocalDate since, Pairing.How how) {
        jdbc.sql("""
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
                .param("notes", made.stream().map(Made::note).toArray(String[]::new))
                .update();
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
