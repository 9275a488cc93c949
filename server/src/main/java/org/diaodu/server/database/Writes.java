package org.diaodu.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each table was written to, as far as this platform knows: at once of what it commits itself, a moment later of
 * what other platforms of the same database commit ({@link WritesElsewhere}). Tables that nobody keeps looks of are left out
 * (migration V172). Thread-safe.
 */
public final class Writes {
    private static final AtomicLong ALL = new AtomicLong();
    private static final Map<String, AtomicLong> BY_TABLE = new ConcurrentHashMap<>();

    private Writes() {}

    /** The tables the transaction of this connection has written to so far. */
    public static List<String> of(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting('diaodu.written', true)");
                var row = statement.executeQuery()) {
            String said = row.next() ? row.getString(1) : null;
            return said == null || said.isEmpty() ? List.of() : Arrays.asList(said.split(" "));
        }
    }

    /** These tables were written to. */
    public static void committed(Collection<String> tables) {
        for (String table : tables) {
            BY_TABLE.computeIfAbsent(table, _ -> new AtomicLong()).incrementAndGet();
            ALL.incrementAndGet();
        }
    }

    /** Anything may have been written. */
    static void unknown() {
        ALL.incrementAndGet();
        BY_TABLE.values().forEach(AtomicLong::incrementAndGet);
    }

    /** A number that changes whenever one of these tables was written to; of no tables, whenever any was. */
    static long count(List<String> tables) {
        if (tables.isEmpty()) return ALL.get();
        long count = 0;
        for (String table : tables) {
            count += BY_TABLE.computeIfAbsent(table, _ -> new AtomicLong()).get();
        }
        return count;
    }
}
