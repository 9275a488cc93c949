package org.diaodu.server.registry;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register; the caller sees the enterprises of the own unit, or the own enterprise. */
@Component
@Transactional(readOnly = true)
public class Enterprises {

    private final JdbcClient jdbc;

    Enterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The enterprise with what is true of it in a month; the nearest earlier or else first attributes outside the list. */
    public Optional<Registered> find(long id, YearMonth month) {
        return jdbc.sql("select " + EnterpriseRows.ENTERPRISE + ", " + EnterpriseRows.ATTRIBUTES + """
                 from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where e.id = :id
                order by a.valid_from <= :month desc, case when a.valid_from <= :month then a.valid_from end desc, a.valid_from
                limit 1
                """)
                .param("id", id)
                .param("month", month.atDay(1))
                .query(EnterpriseRows::registered)
                .optional();
    }

    /** Enterprises in the list in a month, by credit code. */
    public Map<String, Registered> byCreditCode(Collection<String> creditCodes, YearMonth month) {
        return jdbc
                .sql("select " + EnterpriseRows.ENTERPRISE + ", " + EnterpriseRows.ATTRIBUTES + """
                         from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                        where e.credit_code = any(:codes) and a.valid_from <= :month and (a.valid_to is null or a.valid_to > :month)
                        """)
                .param("codes", creditCodes.toArray(String[]::new))
                .param("month", month.atDay(1))
                .query(EnterpriseRows::registered)
                .list()
                .stream()
                .collect(Collectors.toMap(Registered::creditCode, found -> found));
    }

    /** What was true of the enterprise, oldest first. */
    public List<Attributes> history(long id) {
        return jdbc.sql("select " + EnterpriseRows.ATTRIBUTES
                        + " from enterprise_attributes a where a.enterprise_id = :id order by a.valid_from")
                .param("id", id)
                .query(EnterpriseRows::attributes)
                .list();
    }

    public List<ListChange> listChanges(long id) {
        return jdbc.sql(
                        "select kind, effective, reason from list_change where enterprise_id = :id order by effective, id")
                .param("id", id)
                .query((row, number) -> new ListChange(
                        ListChange.Kind.valueOf(row.getString("kind")),
                        YearMonth.from(row.getDate("effective").toLocalDate()),
                        row.getString("reason")))
                .list();
    }
}
