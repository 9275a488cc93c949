package org.diaodu.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of the own account. A token is told once; afterwards only its digest is known. */
@Component
@Transactional
public class AccessTokens {

    /** How long a token may serve, in days. */
    public static final List<Integer> DAYS = List.of(30, 90, 180);

    static final String PREFIX = "dd_";
    private static final int BYTES = 32;
    private static final int HINT = 4;
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    AccessTokens(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What became of asking for a token. */
    public sealed interface Made {

        /** The token itself, told this once. */
        record Token(String token) implements Made {}

        /** Faults by field, as message keys. */
        record Faulty(Map<String, String> faults) implements Made {}
    }

    /** Today for tokens: their days are real ones, whatever day the data stand on. */
    public static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    public Made make(String name, String days) {
        String called = name.strip();
        Map<String, String> faults = new LinkedHashMap<>();
        if (called.isEmpty() || called.length() > LONGEST_NAME) faults.put("token", "account.token.fault.name");
        if (!DAYS.stream().map(String::valueOf).toList().contains(days)) faults.put("days", "account.token.fault.days");
        if (own().stream().filter(one -> one.isValid(today())).count() >= MOST) {
            faults.put("token", "account.token.fault.most");
        }
        if (!faults.isEmpty()) return new Made.Faulty(faults);
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        LocalDate expires = today().plusDays(Long.parseLong(days));
        long id = jdbc.sql("""
                insert into access_token (account, name, digest, hint, expires_on)
                values (:account, :name, :digest, :hint, :expires) returning id
                """)
                .param("account", Callers.current().userId())
                .param("name", called)
                .param("digest", digest(token))
                .param("hint", token.substring(token.length() - HINT))
                .param("expires", expires)
                .query(Long.class)
                .single();
        audit.record("account.token", "access-token", "" + id, null, called + " " + expires, null);
        return new Made.Token(token);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<AccessToken> own() {
        return jdbc.sql("""
                select id, name, hint, made_at, expires_on, used_on, revoked_at is not null as revoked
                from access_token where account = :account order by id desc
                """)
                .param("account", Callers.current().userId())
                .query((row, number) -> new AccessToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("hint"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("expires_on", LocalDate.class),
                        row.getObject("used_on", LocalDate.class),
                        row.getBoolean("revoked")))
                .list();
    }

    /** Ends a token of one's own; one that has ended stays so. */
    public void revoke(long id) {
        AccessToken one = own().stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("AC40", "您没有这个访问令牌。", "You have no such access token."));
        if (one.revoked()) return;
        jdbc.sql("update access_token set revoked_at = now() where id = :id")
                .param("id", id)
                .update();
        audit.record("account.token.revoke", "access-token", "" + id, one.name(), null, null);
    }

    /** Whose token it is, where it is one that still serves; for the platform only. */
    Optional<Long> account(String token) {
        if (!token.startsWith(PREFIX)) return Optional.empty();
        record Found(long id, long account, boolean used) {}
        Optional<Found> found = jdbc.sql("""
                select id, account, coalesce(used_on = :today, false) as used from access_token
                where digest = :digest and revoked_at is null and expires_on > :today
                """)
                .param("digest", digest(token))
                .param("today", today())
                .query((row, number) -> new Found(row.getLong("id"), row.getLong("account"), row.getBoolean("used")))
                .optional();
        found.filter(one -> !one.used())
                .ifPresent(one -> jdbc.sql("update access_token set used_on = :today where id = :id")
                        .param("today", today())
                        .param("id", one.id())
                        .update());
        return found.map(Found::account);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
