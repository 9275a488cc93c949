package org.diaodu.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's files below {@code folder}: making them, and starting the server on them. */
record Cluster(Path folder, Binaries binaries) {

    private static final String ACCESS = """
            # Loopback only, and only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String SETTINGS = """
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = 256MB
            work_mem = 32MB
            maintenance_work_mem = 128MB
            max_wal_size = 2GB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_statement = 'none'
            log_min_messages = warning
            """;

    Path data() {
        return folder.resolve("cluster");
    }

    /** Makes the files once; half-made files of a crash are thrown away and made anew. */
    void create(Secrets secrets) throws IOException {
        if (Files.exists(data())) return;
        Path making = folder.resolve("making");
        delete(making);
        Path password = Files.createTempFile(
                folder,
                "init",
                ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, secrets.superuser());
            EmbeddedPostgres.run(
                    folder.resolve("initdb.log"),
                    List.of(
                            binaries.program("initdb"),
                            "--pgdata=" + making,
                            "--username=" + Roles.SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
        Files.writeString(making.resolve("postgresql.auto.conf"), SETTINGS);
        Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server on a free port and waits until it takes connections. */
    Postmaster launch() throws IOException {
        Files.writeString(data().resolve("pg_hba.conf"), ACCESS);
        Process process = new ProcessBuilder(EmbeddedPostgres.command(
                        List.of(binaries.program("postgres"), "-D", data().toString(), "-p", "" + freePort())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        while (process.isAlive()) {
            Optional<Postmaster> ready = Postmaster.of(data()).filter(Postmaster::ready);
            if (ready.isPresent()) return ready.get();
            LockSupport.parkNanos(5_000_000);
        }
        throw new IOException("postgres ended with " + process.exitValue() + ", see " + folder.resolve("server.log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
