package org.diaodu.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a partition of a table holds: its versions, each with schema, rows, bytes and hash. Written last, so that a
 * version is in the lake when and only when its manifest says so. {@code nextVersion} never goes back.
 */
public record Manifest(int format, String table, String period, int nextVersion, List<Version> versions) {

    static final int FORMAT = 1;

    public Manifest {
        versions = List.copyOf(versions);
    }

    /** One immutable version of one period of a table. The hash is SHA-256 in lower case hex. */
    public record Version(
            String table,
            String period,
            int version,
            int schemaVersion,
            String file,
            List<Column> columns,
            long rows,
            long bytes,
            String sha256,
            Instant created,
            String note) {

        public Version {
            columns = List.copyOf(columns);
        }
    }

    static Manifest empty(String table, String period) {
        return new Manifest(FORMAT, table, period, 1, List.of());
    }

    Manifest with(Version version) {
        List<Version> all = new ArrayList<>(versions);
        all.add(version);
        return new Manifest(format, table, period, version.version() + 1, all);
    }

    Manifest upTo(int version) {
        return new Manifest(
                format,
                table,
                period,
                nextVersion,
                versions.stream().filter(v -> v.version() <= version).toList());
    }

    Optional<Version> find(int version) {
        return versions.stream().filter(v -> v.version() == version).findFirst();
    }

    Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }
}
