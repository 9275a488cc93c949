package org.diaodu.server.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.standards.SizeClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The enterprises of the list within the caller's unit, as they are on a day. */
@Component
class PairableRows {

    private static final String SELECT = """
            select e.id, e.credit_code, a.name, a.region, a.size, a.key_list
            from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
            where a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
            """;

    private final JdbcClient jdbc;

    PairableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a region that are on the key list, or have a leader already. */
    List<Pairable> of(String prefix, LocalDate day) {
        return jdbc.sql(SELECT + """
                  and starts_with(a.region, :prefix)
                  and (a.key_list or exists (select from pairing p where p.enterprise_id = e.id and
                  """ + PairingRows.HOLDS + """
                  )) order by e.credit_code
                """)
                .param("day", day)
                .param("prefix", prefix)
                .query(PairableRows::pairable)
                .list();
    }

    Optional<Pairable> find(long enterprise, LocalDate day) {
        return jdbc.sql(SELECT + " and e.id = :id")
                .param("day", day)
                .param("id", enterprise)
                .query(PairableRows::pairable)
                .optional();
    }

    private static Pairable pairable(ResultSet row, int number) throws SQLException {
        return new Pairable(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                SizeClass.valueOf(row.getString("size")),
                row.getBoolean("key_list"));
    }
}
