package org.diaodu.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends entries to the chain; the locked head row puts all writers in one line. */
@Component
class Chain {

    private static final String APPEND = """
            insert into audit_entry (seq, at, actor, actor_name, unit, origin, action, subject_type, subject_id,
                                     before, after, reason, digest)
            select seq, at, actor, actor_name, unit, origin, action, subject_type, subject_id,
                   before::jsonb, after::jsonb, reason, decode(digest, 'hex')
            from unnest(?::bigint[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as e(seq, at, actor, actor_name, unit, origin, action, subject_type, subject_id,
                     before, after, reason, digest)
            """;

    private static final int BATCH = 5_000;

    private final JdbcTemplate jdbc;

    Chain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the open transaction; rows later in the list get later numbers. */
    void append(List<Entry> entries) {
        Head head = jdbc.queryForObject(
                "select seq, digest from audit_head for update",
                (row, n) -> new Head(row.getLong("seq"), row.getBytes("digest")));
        var digests = new Digests();
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
            byte[][] chained = new byte[batch.size()][];
            byte[] last = head.digest();
            for (int i = 0; i < chained.length; i++) {
                last = digests.of(head.seq() + 1 + i, batch.get(i), last);
                chained[i] = last;
            }
            long first = head.seq() + 1;
            jdbc.update(connection -> statement(connection, batch, first, chained));
            head = new Head(head.seq() + batch.size(), last);
        }
        jdbc.update("update audit_head set seq = ?, digest = ?", head.seq(), head.digest());
    }

    private static PreparedStatement statement(Connection connection, List<Entry> batch, long first, byte[][] digests)
            throws SQLException {
        var statement = connection.prepareStatement(APPEND);
        Object[] seqs = new Object[digests.length];
        Object[] hex = new Object[digests.length];
        for (int i = 0; i < digests.length; i++) {
            seqs[i] = first + i;
            hex[i] = java.util.HexFormat.of().formatHex(digests[i]);
        }
        statement.setArray(1, connection.createArrayOf("bigint", seqs));
        array(statement, 2, "text", batch, e -> e.at().toString());
        array(statement, 3, "bigint", batch, Entry::actor);
        array(statement, 4, "text", batch, Entry::actorName);
        array(statement, 5, "text", batch, Entry::unit);
        array(statement, 6, "text", batch, Entry::origin);
        array(statement, 7, "text", batch, Entry::action);
        array(statement, 8, "text", batch, Entry::subjectType);
        array(statement, 9, "text", batch, Entry::subjectId);
        array(statement, 10, "text", batch, Entry::before);
        array(statement, 11, "text", batch, Entry::after);
        array(statement, 12, "text", batch, Entry::reason);
        statement.setArray(13, connection.createArrayOf("text", hex));
        return statement;
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<Entry> batch,
            Function<Entry, @Nullable Object> of)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, batch.stream().map(of).toArray()));
    }

    private record Head(long seq, byte[] digest) {}
}
