package org.diaodu.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What everybody may do to the own account. */
@Component
@Transactional
public class OwnAccount {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final Accounts accounts;

    OwnAccount(JdbcClient jdbc, PasswordEncoder encoder, Audit audit, Accounts accounts) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.audit = audit;
        this.accounts = accounts;
    }

    /** Whether there is a password to change; users of a sign-in provider may have none. */
    @Transactional(readOnly = true)
    public boolean hasPassword() {
        return !stored().isEmpty();
    }

    /** Whether the first password still has to be changed. */
    @Transactional(readOnly = true)
    public boolean mustChangePassword() {
        return jdbc.sql("select coalesce((select must_change from credential where account = :id), false)")
                .param("id", Callers.current().userId())
                .query(Boolean.class)
                .single();
    }

    /** Changes the password; returns faults by field as message keys, none when it is done. */
    public Map<String, String> changePassword(String old, String fresh, String again) {
        Caller caller = Callers.current();
        String stored = stored();
        var faults = new LinkedHashMap<String, String>();
        if (stored.isEmpty() || !encoder.matches(old, stored)) faults.put("old", "account.password.old");
        Passwords.fault(fresh, caller.name()).ifPresent(fault -> faults.put("fresh", fault));
        if (fresh.equals(old)) faults.putIfAbsent("fresh", "account.password.same");
        if (!fresh.equals(again)) faults.put("again", "account.password.again");
        if (!faults.isEmpty()) return faults;
        jdbc.sql(
                        "update credential set password = :password, must_change = false, changed_at = now() where account = :id")
                .param("password", encoder.encode(fresh))
                .param("id", caller.userId())
                .update();
        audit.record("account.password", "account", "" + caller.userId(), null, null, null);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                accounts.forget(caller.userId());
            }
        });
        return Map.of();
    }

    private String stored() {
        return jdbc.sql("select password from credential where account = :id")
                .param("id", Callers.current().userId())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
