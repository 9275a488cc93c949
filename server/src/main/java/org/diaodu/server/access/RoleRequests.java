package org.diaodu.server.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Administrator's roles asked for by one security administrator and given by another. */
@Component
@Transactional
@PreAuthorize("hasRole('SECURITY_ADMIN')")
public class RoleRequests {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Accounts accounts;

    RoleRequests(JdbcClient jdbc, Audit audit, Accounts accounts) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.accounts = accounts;
    }

    /** An open request. */
    public record RoleRequest(
            long id,
            long account,
            String displayName,
            Set<Role> roles,
            String reason,
            long askedBy,
            String asker,
            Instant askedAt) {}

    @Transactional(readOnly = true)
    public List<RoleRequest> open() {
        return jdbc.sql("""
                select r.id, r.account, a.display_name, r.roles, r.reason, r.asked_by, b.display_name as asker, r.asked_at
                from role_request r join account a on a.id = r.account join account b on b.id = r.asked_by
                where r.state = 'ASKED' order by r.asked_at
                """)
                .query((row, n) -> new RoleRequest(
                        row.getLong("id"),
                        row.getLong("account"),
                        row.getString("display_name"),
                        roles((String[]) row.getArray("roles").getArray()),
                        row.getString("reason"),
                        row.getLong("asked_by"),
                        row.getString("asker"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    /** Gives the roles or refuses them; neither who asked nor who is to get them may decide. */
    public void decide(long id, boolean approve) {
        Caller caller = Callers.current();
        RoleRequest request = open().stream()
                .filter(r -> r.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> Problem.conflict("AC10", "该申请已处理或不存在", "This request has been decided or is not there"));
        if (request.askedBy() == caller.userId() || request.account() == caller.userId()) {
            throw new Denied("AC11", "需要另一位安全管理员来决定", "Another security administrator has to decide this");
        }
        int decided = jdbc.sql("""
                update role_request set state = :state, decided_by = :by, decided_at = now()
                where id = :id and state = 'ASKED'
                """)
                .param("state", approve ? "APPROVED" : "REFUSED")
                .param("by", caller.userId())
                .param("id", id)
                .update();
        if (decided == 0) throw Problem.conflict("AC10", "该申请已处理", "This request has been decided");
        if (approve) set(request.account(), request.roles());
        audit.record(
                approve ? "user.roles-approve" : "user.roles-refuse",
                "account",
                "" + request.account(),
                null,
                Map.of("roles", request.roles(), "askedBy", request.askedBy()),
                request.reason());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                accounts.forget(request.account());
            }
        });
    }

    void ask(long account, Set<Role> roles, String reason) {
        jdbc.sql("update role_request set state = 'REFUSED' where account = :account and state = 'ASKED'")
                .param("account", account)
                .update();
        jdbc.sql("insert into role_request (account, roles, reason, asked_by) values (:account, :roles, :reason, :by)")
                .param("account", account)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("reason", reason)
                .param("by", Callers.current().userId())
                .update();
        audit.record("user.roles-ask", "account", "" + account, null, Map.of("roles", roles), reason);
    }

    void set(long account, Collection<Role> roles) {
        jdbc.sql("delete from account_role where account = :account")
                .param("account", account)
                .update();
        for (Role role : roles) {
            jdbc.sql("insert into account_role (account, role) values (:account, :role)")
                    .param("account", account)
                    .param("role", role.name())
                    .update();
        }
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
