package org.diaodu.server.policies.offer;

import java.util.Optional;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.AppealOrigins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entitlements that appeals object to. */
@Component
@Transactional(readOnly = true)
class ObjectedEntitlements implements AppealOrigins {

    private final JdbcClient jdbc;

    ObjectedEntitlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Origin> of(Appeal appeal) {
        return jdbc.sql("""
                select number, title, title_en, enterprise_id from entitlement
                where appeal = :appeal order by id desc limit 1
                """)
                .param("appeal", appeal.number())
                .query((row, number) -> new Origin(
                        "应享政策 " + row.getString("title") + "（" + row.getString("number") + "）",
                        "Entitlement "
                                + (row.getString("title_en").isEmpty()
                                        ? row.getString("title")
                                        : row.getString("title_en"))
                                + " (" + row.getString("number") + ")",
                        href(row.getString("number"), row.getLong("enterprise_id"))))
                .optional();
    }

    private static String href(String number, long enterprise) {
        Caller caller = Callers.current();
        if (caller.has(Role.CLERK)) return "/policies/mine/" + number;
        if (caller.has(Role.LEADER) || caller.has(Role.POLICY)) return "/delivery/" + number;
        return caller.has(Role.ANALYST) ? "/policies/of/" + enterprise : "";
    }
}
