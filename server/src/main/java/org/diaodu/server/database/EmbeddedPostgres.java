package org.diaodu.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own under {@code <data>/postgres}: durable (fsync on), reachable only on
 * loopback and only with a generated password. One platform at a time holds its folder; a server that
 * a killed platform left behind is adopted, or stopped when it does not answer. Not thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Cluster cluster;
    private final Secrets secrets;
    private final Postmaster postmaster;
    private final @Nullable FileLock lock;

    private EmbeddedPostgres(Cluster cluster, Secrets secrets, Postmaster postmaster, @Nullable FileLock lock) {
        this.cluster = cluster;
        this.secrets = secrets;
        this.postmaster = postmaster;
        this.lock = lock;
    }

    /** Starts (or adopts) the server of this data folder and takes the folder for this process. */
    public static EmbeddedPostgres start(Path data) {
        try {
            Path folder = Files.createDirectories(data.resolve("postgres")).toRealPath();
            FileLock lock = lock(folder);
            Secrets secrets = Secrets.in(folder);
            Cluster cluster =
                    new Cluster(folder, Binaries.in(data.resolve(".cache").toAbsolutePath()));
            cluster.create(secrets);
            return new EmbeddedPostgres(cluster, secrets, adoptOrLaunch(cluster, secrets), lock);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "内置 PostgreSQL 无法启动：" + data,
                    "Embedded PostgreSQL could not start in " + data + ": " + e.getMessage() + ". Maybe see "
                            + data.resolve("postgres/server.log") + ".",
                    e);
        }
    }

    /** The running server of this data folder when another process holds it, to read beside it. */
    public static Optional<Database> running(Path data) throws IOException {
        Path folder = data.resolve("postgres");
        if (!Files.exists(folder.resolve("secrets.properties"))) return Optional.empty();
        Secrets secrets = Secrets.in(folder);
        return Postmaster.of(folder.resolve("cluster"))
                .filter(p -> Roles.answers(p.port(), secrets))
                .map(p -> database(p, secrets));
    }

    public Database database() {
        return database(postmaster, secrets);
    }

    /** Stops the server: clients are cut off, what is committed stays. */
    @Override
    public void close() {
        postmaster.stop();
        try {
            if (lock != null) lock.channel().close();
        } catch (IOException e) {
            log.warn("could not release {}", cluster.folder(), e);
        }
    }

    private static Database database(Postmaster postmaster, Secrets secrets) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/diaodu",
                Roles.APPLICATION,
                secrets.application(),
                Roles.OWNER,
                secrets.owner());
    }

    private static FileLock lock(Path folder) throws IOException {
        @SuppressWarnings("resource") // held for as long as the server runs
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return lock;
        } catch (OverlappingFileLockException e) {
            log.debug("this process holds {} already", folder);
        }
        channel.close();
        throw new DatabaseUnavailable(
                "数据目录正被另一进程使用：" + folder,
                "The data folder " + folder
                        + " is in use by another platform. Maybe it is already running; else choose another with --data.");
    }

    private static Postmaster adoptOrLaunch(Cluster cluster, Secrets secrets) throws IOException {
        Optional<Postmaster> orphan = Postmaster.of(cluster.data());
        if (orphan.isPresent()) {
            if (Roles.answers(orphan.get().port(), secrets)) {
                log.info("adopted the running database {}", orphan.get());
                return orphan.get();
            }
            log.warn("stopping a database that does not answer: {}", orphan.get());
            orphan.get().stop();
        }
        Postmaster launched = cluster.launch();
        Roles.prepare(launched.port(), secrets);
        return launched;
    }

    /** Runs one of PostgreSQL's programs; as root inside a user namespace, since PostgreSQL refuses root. */
    static List<String> command(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) return command;
        var wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }

    static void run(Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " failed, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
