package org.diaodu.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a security administrator may do to users: never to oneself, and only inside the own unit. */
@Component
@Transactional
@PreAuthorize("hasRole('SECURITY_ADMIN')")
public class UserChanges {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final UserList users;
    private final Units units;
    private final MemberUnits memberUnits;
    private final Accounts accounts;
    private final RoleRequests requests;

    UserChanges(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            Audit audit,
            UserList users,
            Units units,
            MemberUnits memberUnits,
            Accounts accounts,
            RoleRequests requests) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.audit = audit;
        this.users = users;
        this.units = units;
        this.memberUnits = memberUnits;
        this.accounts = accounts;
        this.requests = requests;
    }

    /** A password to hand over once. */
    public String firstPassword() {
        return Passwords.random();
    }

    /** Makes a user with this first password; administrator's roles wait for a second administrator. */
    public Saved create(UserForm form, String password) {
        Map<String, String> faults = faults(form);
        if (isTaken(form.name())) faults.put("name", "users.fault.taken");
        if (!faults.isEmpty()) return new Saved.Faulty(faults);
        long id = jdbc.sql("""
                insert into account (name, display_name, unit, enterprise_id, member_unit, oidc_subject)
                values (:name, :displayName, :unit, :enterprise, nullif(:memberUnit, ''), nullif(:subject, '')) returning id
                """)
                .param("name", form.name())
                .param("displayName", form.displayName().strip())
                .param("unit", form.unit())
                .param("enterprise", form.enterpriseId())
                .param("memberUnit", form.memberUnit())
                .param("subject", form.oidcSubject().strip())
                .query(Long.class)
                .single();
        jdbc.sql("insert into credential (account, password, must_change) values (:id, :password, true)")
                .param("id", id)
                .param("password", encoder.encode(password))
                .update();
        audit.record("user.create", "account", "" + id, null, told(form), form.reason());
        return new Saved.Done(id, give(id, Set.of(), form));
    }

    /** Changes a user, if nobody did since this version was read. */
    public Saved change(long id, int version, UserForm form) {
        UserDetails before = others(id);
        Map<String, String> faults = faults(form);
        if (!faults.isEmpty()) return new Saved.Faulty(faults);
        int changed = jdbc.sql("""
                update account set display_name = :displayName, unit = :unit, enterprise_id = :enterprise,
                       member_unit = nullif(:memberUnit, ''), oidc_subject = nullif(:subject, ''), version = version + 1
                where id = :id and version = :version
                """)
                .param("displayName", form.displayName().strip())
                .param("unit", form.unit())
                .param("enterprise", form.enterpriseId())
                .param("memberUnit", form.memberUnit())
                .param("subject", form.oidcSubject().strip())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) return new Saved.Stale(others(id));
        audit.record("user.change", "account", "" + id, told(before), told(form), form.reason());
        boolean awaits = give(id, before.roles(), form);
        forgetAfterCommit(id);
        return new Saved.Done(id, awaits);
    }

    /** Lets a user in or keeps them out; sessions end with the next click. */
    public void enable(long id, boolean enabled, String reason) {
        UserDetails before = others(id);
        if (before.enabled() == enabled) return;
        jdbc.sql("update account set enabled = :enabled, version = version + 1 where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
        String action = enabled ? "user.enable" : "user.disable";
        audit.record(action, "account", "" + id, Map.of("enabled", !enabled), Map.of("enabled", enabled), reason);
        forgetAfterCommit(id);
    }

    /** Gives a new first password, ends a lock-out, and returns the password to hand over once. */
    public String resetPassword(long id, String reason) {
        others(id);
        String password = Passwords.random();
        jdbc.sql("""
                insert into credential (account, password, must_change) values (:id, :password, true)
                on conflict (account) do update set password = excluded.password, must_change = true,
                    failures = 0, locked_until = null, changed_at = now()
                """)
                .param("id", id)
                .param("password", encoder.encode(password))
                .update();
        audit.record("user.reset-password", "account", "" + id, null, null, reason);
        forgetAfterCommit(id);
        return password;
    }

    void forgetAfterCommit(long id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                accounts.forget(id);
            }
        });
    }

    private Map<String, String> faults(UserForm form) {
        var faults = new LinkedHashMap<>(form.faults());
        Caller caller = Callers.current();
        if (!faults.containsKey("unit") && units.find(form.unit()).isEmpty())
            faults.put("unit", "users.fault.unknownUnit");
        if (!form.unit().startsWith(caller.prefixAs(Role.SECURITY_ADMIN))) faults.put("unit", "users.fault.otherUnit");
        boolean given = !form.memberUnit().isEmpty() && !faults.containsKey("memberUnit");
        if (given && !offered(form.memberUnit())) faults.put("memberUnit", "users.fault.memberUnit.unknown");
        return faults;
    }

    private boolean offered(String memberUnit) {
        return memberUnits.within(Callers.current().prefixAs(Role.SECURITY_ADMIN)).stream()
                .anyMatch(unit -> unit.code().equals(memberUnit));
    }

    private boolean isTaken(String name) {
        return jdbc.sql("select access_name_taken(:name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Ordinary roles hold at once; an administrator's role is asked for. Returns whether one was. */
    private boolean give(long id, Set<Role> before, UserForm form) {
        Set<Role> asked = form.administratorRoles();
        Set<Role> now = new TreeSet<>(form.roles());
        now.removeIf(role -> asked.contains(role) && !before.contains(role));
        requests.set(id, now);
        if (before.containsAll(asked)) return false;
        requests.ask(id, asked, form.reason());
        return true;
    }

    /** The user, who must be somebody else and inside the own unit. */
    private UserDetails others(long id) {
        if (Callers.current().userId() == id) {
            throw new Denied(
                    "AC08", "安全管理员不能改自己的账户", "A security administrator cannot change the own account. Ask another one");
        }
        return users.find(id).orElseThrow(() -> Problem.notFound("AC09", "没有这个用户：" + id, "There is no user " + id));
    }

    private static Map<String, Object> told(UserForm form) {
        return Map.of(
                "name", form.name(),
                "displayName", form.displayName(),
                "unit", form.unit(),
                "roles", new TreeSet<>(form.roles()),
                "enterprise", form.enterpriseId() == null ? "" : form.enterpriseId(),
                "memberUnit", form.memberUnit(),
                "oidc", form.oidcSubject());
    }

    private static Map<String, Object> told(UserDetails user) {
        return Map.of(
                "name",
                user.name(),
                "displayName",
                user.displayName(),
                "unit",
                user.unit().code(),
                "roles",
                new TreeSet<>(user.roles()),
                "enterprise",
                user.enterpriseId() == null ? "" : user.enterpriseId(),
                "memberUnit",
                user.memberUnit() == null ? "" : user.memberUnit(),
                "oidc",
                user.oidcSubject() == null ? "" : user.oidcSubject());
    }
}
