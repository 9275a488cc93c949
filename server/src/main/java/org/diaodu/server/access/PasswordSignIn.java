package org.diaodu.server.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.diaodu.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks name and password. An unknown name, a wrong password, a disabled and a waiting account all take the same
 * work and give the same answer, so that nothing can be learnt about who exists.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final String REASON = "sign-in";

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final SignInProperties rules;
    private final TransactionTemplate transaction;
    private final Semaphore hashing = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    private volatile @Nullable String nobodysPassword;

    PasswordSignIn(
            Accounts accounts,
            JdbcClient jdbc,
            PasswordEncoder encoder,
            Audit audit,
            SignInProperties rules,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.audit = audit;
        this.rules = rules;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName().strip();
        String password = String.valueOf(asked.getCredentials());
        Optional<Account> account = AsSystem.call(REASON, () -> accounts.named(name));
        Optional<String> credential = AsSystem.call(REASON, () -> account.flatMap(this::credential));
        boolean matches = matches(password, credential.orElse(nobodysPassword()));
        boolean in = account.isPresent() && matches && account.get().enabled() && accepted(account.get());
        if (!in) {
            AsSystem.run(REASON, () -> refused(name, account.orElse(null)));
            throw new BadCredentialsException("refused");
        }
        accounts.forget(account.get().id());
        var user = new PlatformUser(account.get().caller(), account.get().mustChangePassword());
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<String> credential(Account account) {
        return transaction.execute(t -> jdbc.sql("select password from credential where account = :account")
                .param("account", account.id())
                .query(String.class)
                .optional());
    }

    /** A few at a time: each takes 19 MiB. */
    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return password.length() <= Passwords.LONGEST && encoder.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    private String nobodysPassword() {
        String known = nobodysPassword;
        if (known == null) nobodysPassword = known = String.valueOf(encoder.encode("nobody"));
        return known;
    }

    /** Counts the failure; while the account waits, guesses are written down but do not lengthen the wait. */
    private void refused(String name, @Nullable Account account) {
        transaction.executeWithoutResult(t -> {
            if (account == null) {
                audit.record("sign-in.refused", "account", "?", null, Map.of("name", shortened(name)), null);
                return;
            }
            int failures = jdbc.sql("""
                    update credential set failures = failures + 1
                    where account = :account and (locked_until is null or locked_until <= now())
                    returning failures
                    """)
                    .param("account", account.id())
                    .query(Integer.class)
                    .optional()
                    .orElse(0);
            Duration wait = rules.waitAfter(failures);
            if (wait.isPositive()) {
                jdbc.sql("""
                        update credential set locked_until = now() + :wait * interval '1 second'
                        where account = :account
                        """)
                        .param("wait", wait.toSeconds())
                        .param("account", account.id())
                        .update();
            }
            audit.record(
                    "sign-in.refused",
                    "account",
                    "" + account.id(),
                    null,
                    Map.of("name", account.name(), "failures", failures, "waitSeconds", wait.toSeconds()),
                    null);
        });
    }

    /** Clears the failures, unless the account waits: then even the right password is refused. */
    private boolean accepted(Account account) {
        return Callers.acting(
                account.caller(),
                () -> transaction.execute(t -> {
                    int cleared = jdbc.sql("""
                    update credential set failures = 0, locked_until = null
                    where account = :account and (locked_until is null or locked_until <= now())
                    """).param("account", account.id()).update();
                    if (cleared == 1) {
                        audit.record(
                                "sign-in", "account", "" + account.id(), null, Map.of("name", account.name()), null);
                    }
                    return cleared == 1;
                }));
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60);
    }
}
