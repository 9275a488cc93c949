package org.diaodu.server.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes of attachments in the data folder, each file named by the SHA-256 of its content: {@code attachments/ab/ab34…}. A
 * file is written beside, forced to the disk and then moved, so that a name stands for a whole file or for none. Thread-safe.
 */
@Component
class FileStore {

    private static final String WRITTEN_BESIDE = "tmp";

    private final Path root;

    FileStore(@Value("${diaodu.data:data}") String data) {
        this.root = Path.of(data).resolve("attachments");
    }

    Path root() {
        return root;
    }

    /** A new file to write into before it has a name; nobody else may read it. */
    Path beside() {
        try {
            return Files.createTempFile(Files.createDirectories(root.resolve(WRITTEN_BESIDE)), "file", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a written file its name, and returns the name; what was there already stays. */
    String keep(Path written) throws IOException {
        String digest = digest(written);
        Path place = place(digest);
        if (Files.exists(place) && Files.size(place) == Files.size(written)) {
            Files.delete(written);
            return digest;
        }
        Path folder = Files.createDirectories(folder(digest));
        force(written, StandardOpenOption.WRITE);
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
        return digest;
    }

    /** Where the file of this digest is, or would be. */
    Path place(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("no digest: \"" + digest + "\"");
        return folder(digest).resolve(digest);
    }

    private Path folder(String digest) {
        return root.resolve(digest.substring(0, 2));
    }

    /** The digests of all files there are. */
    List<String> all() {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String digest) {
        try {
            Files.deleteIfExists(place(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops what was begun before a moment and never got its name. */
    void dropBegun(Instant before) {
        Path folder = root.resolve(WRITTEN_BESIDE);
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows") && Files.isDirectory(path)) return;
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
