package org.diaodu.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads users, and keeps those who are signed in at hand so that a change takes effect with the next click. */
@Component
class Accounts {

    static final String SELECT = """
            select a.id, a.name, a.display_name, a.enterprise_id, a.member_unit, a.enabled, a.version,
                   u.code, u.name as unit_name, u.level,
                   coalesce((select string_agg(role, ',') from account_role r where r.account = a.id), '') as roles,
                   coalesce((select must_change from credential c where c.account = a.id), false) as must_change
            from account a join unit u on u.code = a.unit
            """;

    private final JdbcClient jdbc;
    private final ConcurrentHashMap<Long, Optional<Account>> known = new ConcurrentHashMap<>();

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By sign-in name, whatever its case; for the platform only. */
    @Transactional(readOnly = true)
    public Optional<Account> named(String name) {
        return jdbc.sql(SELECT + " where lower(a.name) = lower(:name)")
                .param("name", name)
                .query(Accounts::account)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(long id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Account> ofSubject(String oidcSubject) {
        return jdbc.sql(SELECT + " where a.oidc_subject = :subject")
                .param("subject", oidcSubject)
                .query(Accounts::account)
                .optional();
    }

    /** The user as they are now, from memory when nothing changed since; gone or disabled users are empty. */
    Optional<Account> current(long id, java.util.function.LongFunction<Optional<Account>> load) {
        return known.computeIfAbsent(id, load::apply).filter(Account::enabled);
    }

    /** To be told after a change of this user has been committed. */
    void forget(long id) {
        known.remove(id);
    }

    static Account account(ResultSet row, int number) throws SQLException {
        long enterprise = row.getLong("enterprise_id");
        boolean clerk = !row.wasNull();
        Set<Role> roles = Stream.of(row.getString("roles").split(","))
                .filter(r -> !r.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        Unit unit =
                new Unit(row.getString("code"), row.getString("unit_name"), Unit.Level.valueOf(row.getString("level")));
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                unit,
                clerk ? enterprise : null,
                row.getString("member_unit"),
                row.getBoolean("enabled"),
                roles,
                row.getBoolean("must_change"),
                row.getInt("version"));
    }
}
