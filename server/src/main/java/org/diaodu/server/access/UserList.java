package org.diaodu.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the users a security administrator looks after; row level security keeps the others away. */
@Component
@Transactional(readOnly = true)
public class UserList {

    private static final String WHERE = """
            where (:text = '' or strpos(lower(a.name || ' ' || a.display_name), lower(:text)) > 0)
              and (:role = '' or exists (select from account_role r where r.account = a.id and r.role = :role))
              and starts_with(a.unit, :unit)
              and case :state
                    when 'enabled' then a.enabled
                    when 'disabled' then not a.enabled
                    when 'waiting' then exists (
                        select from credential c where c.account = a.id and c.locked_until > now())
                    else true
                  end
            """;
    private static final String SELECT = """
            select a.id, a.name, a.display_name, a.enterprise_id, a.member_unit, a.enabled, a.version, a.oidc_subject,
                   u.code, u.name as unit_name, u.level,
                   coalesce((select string_agg(role, ',') from account_role r where r.account = a.id), '') as roles,
                   coalesce(c.must_change, false) as must_change,
                   case when c.locked_until > now() then c.locked_until end as waits_until
            from account a join unit u on u.code = a.unit left join credential c on c.account = a.id
            """;

    private final JdbcClient jdbc;

    UserList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of the list, by unit and name; pages count from 1. */
    public List<UserDetails> page(UserFilter filter, int page, int size) {
        return bound(SELECT + WHERE + " order by a.unit, a.name limit :size offset :skip", filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(UserList::details)
                .list();
    }

    public long count(UserFilter filter) {
        return bound("select count(*) from account a " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public Optional<UserDetails> find(long id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(UserList::details)
                .optional();
    }

    private JdbcClient.StatementSpec bound(String sql, UserFilter filter) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("role", filter.role() == null ? "" : filter.role().name())
                .param("unit", filter.unit())
                .param("state", filter.state());
    }

    private static UserDetails details(ResultSet row, int number) throws SQLException {
        Account account = Accounts.account(row, number);
        var until = row.getTimestamp("waits_until");
        return new UserDetails(
                account.id(),
                account.name(),
                account.displayName(),
                account.unit(),
                account.enterpriseId(),
                account.memberUnit(),
                account.roles(),
                account.enabled(),
                account.mustChangePassword(),
                row.getString("oidc_subject"),
                until == null ? null : until.toInstant(),
                account.version());
    }
}
