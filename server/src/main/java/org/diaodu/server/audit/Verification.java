package org.diaodu.server.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the whole chain and names every place where it does not hold. */
public final class Verification {

    private static final int NAMED = 100;
    private static final String ROWS = """
            select seq, at, actor, actor_name, unit, origin, action, subject_type, subject_id,
                   before::text as before, after::text as after, reason, digest
            from audit_entry order by seq
            """;

    private final Digests digests = new Digests();
    private final List<Fault> faults = new ArrayList<>();
    private long faulty;
    private long rows;
    private long last;
    private byte[] digest = new byte[Digests.LENGTH];

    private Verification() {}

    /** What is wrong at a row: changed, or missing from {@code seq} to {@code to}. */
    public record Fault(Kind kind, long seq, long to) {

        /** What can be wrong. */
        public enum Kind {
            CHANGED("被改动或调换", "changed or moved"),
            MISSING("缺失", "missing"),
            CUT_OFF("末尾缺失", "cut off at the end"),
            HEAD("链头与末行不符", "head of the chain does not fit the last row");

            private final String zh;
            private final String en;

            Kind(String zh, String en) {
                this.zh = zh;
                this.en = en;
            }
        }

        @Override
        public String toString() {
            return "#" + seq + (to > seq ? "–#" + to : "") + " " + kind.zh + " / " + kind.en;
        }
    }

    /**
     * What was found.
     *
     * @param rows rows read
     * @param head number of the newest row
     * @param digest SM3 of the newest row; kept elsewhere it shows later that nothing before it changed
     * @param faulty places that do not hold; at most the first hundred are in {@code faults}
     */
    public record Verdict(long rows, long head, byte[] digest, long faulty, List<Fault> faults) {

        public boolean isWhole() {
            return faulty == 0;
        }
    }

    /** Reads in one snapshot through a cursor; the connection must see every row and is left without a transaction. */
    public static Verdict of(Connection connection) throws SQLException {
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            return walkIn(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    /** As {@link #of}, in the transaction that is open. */
    static Verdict walkIn(Connection connection) throws SQLException {
        return new Verification().walk(connection);
    }

    private Verdict walk(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('diaodu.audit_prefix', '*', true)");
            statement.setFetchSize(5_000);
            try (ResultSet row = statement.executeQuery(ROWS)) {
                while (row.next()) check(row);
            }
            try (ResultSet head = statement.executeQuery("select seq, digest from audit_head")) {
                if (head.next()) checkHead(head.getLong("seq"), head.getBytes("digest"));
                else fault(Fault.Kind.HEAD, last, last);
            }
        }
        return new Verdict(rows, last, digest, faulty, List.copyOf(faults));
    }

    private void check(ResultSet row) throws SQLException {
        rows++;
        long seq = row.getLong("seq");
        byte[] stored = row.getBytes("digest");
        if (seq != last + 1) fault(Fault.Kind.MISSING, last + 1, seq - 1);
        else if (!Arrays.equals(stored, digests.of(seq, entry(row), digest))) fault(Fault.Kind.CHANGED, seq, seq);
        last = seq;
        digest = stored;
    }

    private void checkHead(long seq, byte[] stored) {
        if (seq > last) fault(Fault.Kind.CUT_OFF, last + 1, seq);
        else if (seq < last || !Arrays.equals(stored, digest)) fault(Fault.Kind.HEAD, last, last);
    }

    private void fault(Fault.Kind kind, long from, long to) {
        faulty++;
        if (faults.size() < NAMED) faults.add(new Fault(kind, from, to));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        @Nullable String before = row.getString("before");
        @Nullable String after = row.getString("after");
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getLong("actor"),
                row.getString("actor_name"),
                row.getString("unit"),
                row.getString("origin"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                CanonicalJson.ofText(before),
                CanonicalJson.ofText(after),
                row.getString("reason"));
    }
}
