package org.diaodu.server.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diaodu.server.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells accounts things, and shows everybody what they were told. */
@Component
@Transactional
public class Notices {

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells it with the transaction of the step it is about; accounts that were told this key before are left alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Long> accounts, Telling telling) {
        jdbc.sql("""
                insert into notice (account, key, topic, title, body, href)
                select distinct told.account, :key::text, :topic::text, :title::text, :body::text, :href::text
                from unnest(:accounts::bigint[]) as told (account)
                on conflict do nothing
                """)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("key", telling.key())
                .param("topic", telling.topic())
                .param("title", telling.title())
                .param("body", telling.body())
                .param("href", telling.href())
                .update();
    }

    /** Something told to one account. */
    public record Told(long account, Telling telling) {}

    /** Tells many things in one statement, as {@link #tell} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAll(List<Told> told) {
        if (told.isEmpty()) return;
        jdbc.sql("""
                insert into notice (account, key, topic, title, body, href)
                select * from unnest(:accounts::bigint[], :keys::text[], :topics::text[], :titles::text[], :bodies::text[],
                                     :hrefs::text[])
                on conflict do nothing
                """)
                .param("accounts", told.stream().map(Told::account).toArray(Long[]::new))
                .param("keys", texts(told, Telling::key))
                .param("topics", texts(told, Telling::topic))
                .param("titles", texts(told, Telling::title))
                .param("bodies", texts(told, Telling::body))
                .param("hrefs", texts(told, Telling::href))
                .update();
    }

    private static String[] texts(List<Told> told, Function<Telling, String> text) {
        return told.stream().map(one -> text.apply(one.telling())).toArray(String[]::new);
    }

    /** One page of what the caller was told, newest first. */
    @Transactional(readOnly = true)
    public List<Notice> page(boolean unreadOnly, int page, int size) {
        return jdbc.sql("""
                select * from notice where account = :account and (not :unread or read_at is null)
                order by id desc limit :size offset :from
                """)
                .param("account", Callers.current().userId())
                .param("unread", unreadOnly)
                .param("size", size)
                .param("from", (page - 1) * size)
                .query(Notices::notice)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(boolean unreadOnly) {
        return count(Callers.current().userId(), unreadOnly);
    }

    /** What an account has not read; for the platform's own jobs. */
    @Transactional(readOnly = true)
    public long unread(long account) {
        return count(account, true);
    }

    private long count(long account, boolean unreadOnly) {
        return jdbc.sql("select count(*) from notice where account = :account and (not :unread or read_at is null)")
                .param("account", account)
                .param("unread", unreadOnly)
                .query(Long.class)
                .single();
    }

    /** Marks one of the caller's own as read and says where it leads; empty where there is none such. */
    public Optional<String> open(long id) {
        jdbc.sql("update notice set read_at = now() where id = :id and account = :account and read_at is null")
                .param("id", id)
                .param("account", Callers.current().userId())
                .update();
        return jdbc.sql("select href from notice where id = :id and account = :account")
                .param("id", id)
                .param("account", Callers.current().userId())
                .query(String.class)
                .optional();
    }

    /** Marks all of the caller's own up to this one as read, so that what came meanwhile stays unread. */
    public void readUpTo(long id) {
        jdbc.sql("update notice set read_at = now() where account = :account and id <= :id and read_at is null")
                .param("account", Callers.current().userId())
                .param("id", id)
                .update();
    }

    static Notice notice(ResultSet row, int number) throws SQLException {
        Timestamp read = row.getTimestamp("read_at");
        return new Notice(
                row.getLong("id"),
                row.getLong("account"),
                row.getString("topic"),
                row.getString("title"),
                row.getString("body"),
                row.getString("href"),
                row.getTimestamp("told_at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
