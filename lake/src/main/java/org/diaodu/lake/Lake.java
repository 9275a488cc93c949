package org.diaodu.lake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The tables of the analysis side in one directory: Parquet files, partitioned by period, never changed once written.
 * Safe for many threads; two processes may read at once, and take turns at writing.
 */
public final class Lake implements AutoCloseable {

    private final Path root;
    private final DuckDb engine;
    private final LakeLock lock;

    private Lake(Path root, EngineLimits limits, Duration patience) {
        this.engine = DuckDb.inDirectory(root, limits);
        try {
            this.root = root.toRealPath();
        } catch (IOException e) {
            throw cannot("open", root, e);
        }
        this.lock = new LakeLock(this.root, patience);
    }

    /** Opens the lake in this directory, which is made if it is not there; costs nothing until the first statement. */
    public static Lake open(Path root) {
        return open(root, EngineLimits.DEFAULT, Duration.ofSeconds(30));
    }

    /** As {@link #open(Path)}; a writer waits this long for another one to finish. */
    public static Lake open(Path root, EngineLimits limits, Duration patience) {
        return new Lake(root, limits, patience);
    }

    public Path root() {
        return root;
    }

    /** The engine over this lake's files. */
    public DuckDb sql() {
        return engine;
    }

    /** The table of this name with the columns of this schema version; older versions may have fewer columns. */
    public Table table(String name, int schemaVersion, List<Column> columns) {
        Column.requireName("table", name);
        return new Table(root.resolve(name), name, schemaVersion, List.copyOf(columns), engine, lock);
    }

    /** The names of the tables that hold anything. */
    public List<String> tables() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path child : children) {
                if (!child.getFileName().toString().startsWith(".")) {
                    names.add(child.getFileName().toString());
                }
            }
        } catch (IOException e) {
            throw cannot("list", root, e);
        }
        Collections.sort(names);
        return names;
    }

    /** Recomputes the hash of every version of every table and lists what is not as written. */
    public List<Damage> verify() {
        List<Damage> damages = new ArrayList<>();
        for (String name : tables()) {
            damages.addAll(table(name, 1, List.of()).verify());
        }
        return damages;
    }

    @Override
    public void close() {
        engine.close();
    }

    static LakeFault cannot(String what, Path where, IOException cause) {
        return new LakeFault(
                "lake.io",
                "操作“" + what + "”在 " + where + " 失败：" + cause.getMessage() + "。建议：检查磁盘空间和权限。",
                "cannot " + what + " " + where + ": " + cause.getMessage()
                        + ". Maybe check the space on the disk and the permissions.",
                cause);
    }
}
