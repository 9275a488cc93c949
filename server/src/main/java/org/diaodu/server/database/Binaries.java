package org.diaodu.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked once into a cache folder named by their size and platform. */
final class Binaries {

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    static Binaries in(Path cache) {
        String archive = archive();
        var url = Binaries.class.getResource("/" + archive);
        if (url == null) {
            throw new DatabaseUnavailable(
                    "本平台没有内置的 PostgreSQL：" + archive,
                    "No embedded PostgreSQL for this platform (" + archive
                            + "). Maybe point the platform at your own with --db-url.");
        }
        try {
            long length = url.openConnection().getContentLengthLong();
            Path home = cache.resolve(archive.replace(".txz", "") + "-" + length);
            if (!Files.exists(home.resolve("bin/postgres"))) unpack(archive, cache, home);
            return new Binaries(home);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "无法解压 PostgreSQL 到 " + cache,
                    "Could not unpack PostgreSQL into " + cache + ": " + e.getMessage()
                            + ". Maybe the disk is full or the folder is not writable.",
                    e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch");
        return "postgres-" + system + "-"
                + (machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm_64" : machine) + ".txz";
    }

    private static void unpack(String archive, Path cache, Path home) throws IOException {
        Files.createDirectories(cache);
        Path unpacking = Files.createTempDirectory(cache, "unpacking");
        try (InputStream raw = Binaries.class.getResourceAsStream("/" + archive);
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unpacking);
            }
        }
        Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) throw new IOException("entry leaves the folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
