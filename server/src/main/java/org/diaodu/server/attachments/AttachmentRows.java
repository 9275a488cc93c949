package org.diaodu.server.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code attachment}. */
@Component
class AttachmentRows {

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Attachment> of(String kind, Collection<Long> hosts) {
        return jdbc.sql("select * from attachment where kind = :kind and host = any(:hosts) order by id")
                .param("kind", kind)
                .param("hosts", hosts.toArray(Long[]::new))
                .query(AttachmentRows::attachment)
                .list();
    }

    Optional<Attachment> find(long id) {
        return jdbc.sql("select * from attachment where id = :id")
                .param("id", id)
                .query(AttachmentRows::attachment)
                .optional();
    }

    /** Nobody else adds to this thing before the transaction ends, and no file that is there already is swept away. */
    void lock(String kind, long host) {
        jdbc.sql("""
                select pg_advisory_xact_lock_shared(hashtext('attachment files')),
                       pg_advisory_xact_lock(hashtextextended(:kind, :host))
                """)
                .param("kind", "attachment " + kind)
                .param("host", host)
                .query((row, number) -> true)
                .single();
    }

    /** Nobody adds a file before the transaction ends. */
    void lockFiles() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('attachment files'))")
                .query((row, number) -> true)
                .single();
    }

    Attachment insert(Attachment file) {
        return jdbc.sql("""
                insert into attachment (kind, host, name, type, size, digest, thumbnail, state, added_by, added_by_name, added_at)
                values (:kind, :host, :name, :type, :size, :digest, :thumbnail, :state, :by, :byName, :at)
                returning *
                """)
                .param("kind", file.kind())
                .param("host", file.host())
                .param("name", file.name())
                .param("type", file.type().name())
                .param("size", file.size())
                .param("digest", file.digest())
                .param("thumbnail", file.thumbnail(), Types.VARCHAR)
                .param("state", file.state().name())
                .param("by", file.addedBy())
                .param("byName", file.addedByName())
                .param("at", Timestamp.from(file.addedAt()))
                .query(AttachmentRows::attachment)
                .single();
    }

    boolean delete(Attachment file) {
        return jdbc.sql("delete from attachment where id = :id")
                        .param("id", file.id())
                        .update()
                == 1;
    }

    /** One file that waits for the scanner; nobody else takes it before this transaction ends. */
    Optional<Attachment> takeWaiting() {
        return jdbc.sql("""
                select * from attachment where state = 'WAITING' order by scanned_at nulls first, id limit 1
                for update skip locked
                """).query(AttachmentRows::attachment).optional();
    }

    long waiting() {
        return jdbc.sql("select count(*) from attachment where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    void scanned(Attachment file, Attachment.State state, String verdict) {
        jdbc.sql("update attachment set state = :state, verdict = :verdict, scanned_at = now() where id = :id")
                .param("state", state.name())
                .param("verdict", verdict)
                .param("id", file.id())
                .update();
    }

    /** The digests rows need files of. */
    Set<String> digests() {
        return new HashSet<>(jdbc.sql("""
                select digest from attachment where state <> 'REFUSED'
                union select thumbnail from attachment where state <> 'REFUSED' and thumbnail is not null
                """).query(String.class).list());
    }

    static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("kind"),
                row.getLong("host"),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("digest"),
                row.getString("thumbnail"),
                Attachment.State.valueOf(row.getString("state")),
                row.getString("verdict"),
                row.getString("added_by"),
                row.getString("added_by_name"),
                row.getTimestamp("added_at").toInstant());
    }
}
