package org.diaodu.server.access;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is to be told something: numbers of enabled accounts, and nothing else about people one may not see. */
@Component
@Transactional(readOnly = true)
public class Addressees {

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clerks of an enterprise. */
    public List<Long> ofEnterprise(long enterprise) {
        return jdbc.sql("select accounts_of_enterprise(:id)")
                .param("id", enterprise)
                .query(Long.class)
                .list();
    }

    /** Whoever signs in with this name, if anybody does. */
    public List<Long> named(String name) {
        return jdbc.sql("select accounts_named(:name)")
                .param("name", name)
                .query(Long.class)
                .list();
    }

    /** The officers of these member units. */
    public List<Long> ofMemberUnits(Collection<String> codes) {
        return jdbc.sql("select accounts_of_member_units(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** Those with a role in the first of these governments that has any. */
    public List<Long> inCharge(Role role, List<String> governments) {
        return jdbc.sql("select accounts_in_charge(:role, :governments)")
                .param("role", role.name())
                .param("governments", governments.toArray(String[]::new))
                .query(Long.class)
                .list();
    }
}
