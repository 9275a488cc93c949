package org.diaodu.lake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.lake.Manifest.Version;

/**
 * One table of the lake. Each period is a partition with versions: writing adds a version beside the older ones, and
 * no version is changed afterwards. A crash at any moment leaves the versions that were there.
 */
public final class Table {

    private static final Pattern PERIOD =
            Pattern.compile("\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(\\.\\.\\d{4}-(0[1-9]|1[0-2]))?)?");

    private final Path directory;
    private final String name;
    private final int schemaVersion;
    private final List<Column> columns;
    private final DuckDb engine;
    private final LakeLock lock;

    Table(Path directory, String name, int schemaVersion, List<Column> columns, DuckDb engine, LakeLock lock) {
        this.directory = directory;
        this.name = name;
        this.schemaVersion = schemaVersion;
        this.columns = columns;
        this.engine = engine;
        this.lock = lock;
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The periods that have a version, in order. */
    public List<String> periods() {
        List<String> periods = new ArrayList<>();
        for (Partition partition : partitions()) {
            if (!partition.manifest().versions().isEmpty()) {
                periods.add(partition.period());
            }
        }
        return periods;
    }

    /** The versions of a period, oldest first. */
    public List<Version> versions(String period) {
        return partition(period).manifest().versions();
    }

    /** The newest version of a period. */
    public Optional<Version> current(String period) {
        return partition(period).manifest().newest();
    }

    /** A version of a period; one that is not in the manifest is a fault. */
    public Version version(String period, int version) {
        Manifest manifest = partition(period).manifest();
        return manifest.find(version).orElseThrow(() -> {
            String known = manifest.versions().stream()
                    .map(v -> String.valueOf(v.version()))
                    .collect(Collectors.joining(", ", "[", "]"));
            return new LakeFault(
                    "lake.no-version",
                    "表 " + name + " 期别 " + period + " 没有版本 " + version + "，现有版本 " + known + "。",
                    "table " + name + ", period " + period + " has no version " + version + "; it has " + known + ".");
        });
    }

    /** The file of a version, after a look that it is there and of the length that was written. */
    public Path path(Version version) {
        Path file = partition(version.period()).directory().resolve(version.file());
        Damage damage = lengthDamage(version, file);
        if (damage != null) {
            throw new LakeFault(
                    damage.kind() == Damage.Kind.FILE_MISSING ? "lake.file-missing" : "lake.file-changed",
                    damage.chinese(),
                    damage.english());
        }
        return file;
    }

    public Path path(String period, int version) {
        return path(version(period, version));
    }

    /**
     * These versions as a relation for a FROM clause. Besides the columns it has {@code period}; columns that an older
     * version lacks are null.
     */
    public String relation(Collection<Version> versions) {
        if (versions.isEmpty()) {
            String nothing = columns.stream()
                    .map(c -> "CAST(NULL AS " + c.type().sql() + ") AS \"" + c.name() + "\"")
                    .collect(Collectors.joining(", "));
            return "(SELECT " + nothing + (nothing.isEmpty() ? "" : ", ")
                    + "CAST(NULL AS VARCHAR) AS period WHERE false)";
        }
        return versions.stream()
                .map(v -> DuckDb.literal(path(v).toString()))
                .collect(Collectors.joining(
                        ", ",
                        "read_parquet([",
                        "], union_by_name = true, hive_partitioning = true, hive_types_autocast = false)"));
    }

    /** The newest version of each of these periods as a relation; a period without a version adds no rows. */
    public String currentRelation(Collection<String> periods) {
        return relation(periods.stream().flatMap(p -> current(p).stream()).toList());
    }

    /** Writes a new version of a period from rows; nothing is kept if the source throws. */
    public Version write(String period, String note, RowSource rows) {
        return publish(
                period,
                note,
                writing -> engine.onConnection(connection -> {
                    String staging = "staging_" + Long.toUnsignedString(System.nanoTime(), 36);
                    String declared = columns.stream()
                            .map(c -> "\"" + c.name() + "\" " + c.type().sql())
                            .collect(Collectors.joining(", "));
                    engine.execute(connection, "CREATE TEMP TABLE " + staging + " (" + declared + ")", List.of());
                    try {
                        try (var appender = connection.createAppender("temp", "main", staging)) {
                            rows.writeTo(new AppenderSink(appender, columns));
                        }
                        return engine.execute(connection, copy("SELECT * FROM " + staging, writing), List.of());
                    } finally {
                        engine.execute(connection, "DROP TABLE IF EXISTS " + staging, List.of());
                    }
                }));
    }

    /** Writes a new version of a period from a query over this lake; columns are taken by name. */
    public Version writeSelect(String period, String note, String select, List<?> params) {
        String cast = columns.stream()
                .map(c -> "CAST(\"" + c.name() + "\" AS " + c.type().sql() + ") AS \"" + c.name() + "\"")
                .collect(Collectors.joining(", "));
        return publish(
                period,
                note,
                writing -> engine.onConnection(connection -> engine.execute(
                        connection, copy("SELECT " + cast + " FROM (" + select + ")", writing), params)));
    }

    private static String copy(String select, Path to) {
        return "COPY (" + select + ") TO " + DuckDb.literal(to.toString()) + " (FORMAT parquet, COMPRESSION zstd)";
    }

    private Version publish(String period, String note, FileWriter writer) {
        if (columns.isEmpty()) {
            throw new LakeFault("lake.no-columns", "表 " + name + " 没有声明列。", "table " + name + " has no columns.");
        }
        Partition partition = partition(period);
        try {
            return lock.hold(() -> {
                Durable.createDirectories(directory);
                Durable.createDirectories(partition.directory());
                Manifest manifest = partition.manifest();
                partition.sweep(manifest);
                int number = manifest.nextVersion();
                Path writing = partition.writing(number);
                try {
                    long rows = writer.write(writing);
                    Version version = new Version(
                            name,
                            period,
                            number,
                            schemaVersion,
                            Partition.fileName(number),
                            columns,
                            rows,
                            Files.size(writing),
                            Durable.sha256(writing),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS),
                            note);
                    Durable.publish(writing, partition.file(number));
                    partition.write(manifest.with(version));
                    return version;
                } finally {
                    Files.deleteIfExists(writing);
                }
            });
        } catch (IOException e) {
            throw Lake.cannot("write", partition.directory(), e);
        }
    }

    /**
     * Drops the versions of a period that are newer than this one (0: all of them): what was written for a closing
     * that never became true. Their numbers are not used again.
     */
    public void discardAfter(String period, int version) {
        Partition partition = partition(period);
        if (!Files.isDirectory(partition.directory())) {
            return;
        }
        try {
            lock.hold(() -> {
                Manifest manifest = partition.manifest();
                Manifest kept = manifest.upTo(version);
                if (kept.versions().size() < manifest.versions().size()) {
                    partition.write(kept);
                }
                partition.sweep(kept);
                return kept;
            });
        } catch (IOException e) {
            throw Lake.cannot("discard", partition.directory(), e);
        }
    }

    /** Recomputes the hash of every version of this table and lists what is not as written. */
    public List<Damage> verify() {
        List<Damage> damages = new ArrayList<>();
        for (Partition partition : partitions()) {
            try {
                Manifest manifest = partition.manifest();
                for (Version version : manifest.versions()) {
                    verify(version, partition.directory().resolve(version.file()), damages);
                }
                for (Path orphan : partition.orphans(manifest)) {
                    damages.add(new Damage(
                            Damage.Kind.ORPHAN,
                            name,
                            partition.period(),
                            0,
                            "文件 " + orphan + " 不属于任何版本，是中断写入的残留，下次写入时自动清除。",
                            "the file " + orphan
                                    + " belongs to no version: a crash left it, the next write removes it."));
                }
            } catch (LakeFault e) {
                damages.add(new Damage(
                        Damage.Kind.MANIFEST_UNREADABLE, name, partition.period(), 0, e.chinese(), e.english()));
            } catch (IOException e) {
                throw Lake.cannot("verify", partition.directory(), e);
            }
        }
        return damages;
    }

    private void verify(Version version, Path file, List<Damage> damages) throws IOException {
        Damage damage = lengthDamage(version, file);
        if (damage != null) {
            damages.add(damage);
            return;
        }
        String found = Durable.sha256(file);
        if (!found.equals(version.sha256())) {
            damages.add(changed(version, file, "SHA-256 " + version.sha256(), "SHA-256 " + found));
        }
    }

    private @org.jspecify.annotations.Nullable Damage lengthDamage(Version version, Path file) {
        try {
            long bytes = Files.size(file);
            return bytes == version.bytes()
                    ? null
                    : changed(version, file, version.bytes() + " bytes", bytes + " bytes");
        } catch (IOException e) {
            return new Damage(
                    Damage.Kind.FILE_MISSING,
                    name,
                    version.period(),
                    version.version(),
                    "文件 " + file + " 不存在，但清单中有版本 " + version.version() + "。建议：从备份恢复该文件。",
                    "the file " + file + " is missing though the manifest names version " + version.version()
                            + ". Maybe restore it from the backup.");
        }
    }

    private Damage changed(Version version, Path file, String expected, String found) {
        return new Damage(
                Damage.Kind.FILE_CHANGED,
                name,
                version.period(),
                version.version(),
                "文件 " + file + " 与写入时不同：应为 " + expected + "，实为 " + found + "。建议：从备份恢复该文件。",
                "the file " + file + " is not as it was written: expected " + expected + ", found " + found
                        + ". Maybe restore it from the backup.");
    }

    private Partition partition(String period) {
        if (!PERIOD.matcher(period).matches()) {
            throw new LakeFault(
                    "lake.period",
                    "“" + period + "”不是期别。建议：写作 2022-03、2022-01..2022-03、2022-Q1 或 2022。",
                    "\"" + period + "\" is no period. Maybe 2022-03, 2022-01..2022-03, 2022-Q1 or 2022.");
        }
        return new Partition(directory.resolve("period=" + period), name, period);
    }

    private List<Partition> partitions() {
        List<String> periods = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, "period=*")) {
                children.forEach(
                        child -> periods.add(child.getFileName().toString().substring("period=".length())));
            } catch (IOException e) {
                throw Lake.cannot("list", directory, e);
            }
        }
        Collections.sort(periods);
        return periods.stream()
                .filter(p -> PERIOD.matcher(p).matches())
                .map(this::partition)
                .toList();
    }

    /** Writes a file and says how many rows it holds. */
    private interface FileWriter {
        long write(Path file);
    }
}
