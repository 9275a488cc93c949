package org.diaodu.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays DuckDB's native library beside its jar, where the driver looks when the jar does not hold it, and takes the
 * libraries of all platforms out of the jar. Else every start unpacks 71 MB into a temporary file.
 */
public final class NativeLibrary {

    private NativeLibrary() {}

    /** Does so for the driver in a directory of jars. */
    public static void main(String[] directory) throws IOException {
        if (directory.length != 1) {
            System.err.println("Give the directory that holds duckdb_jdbc-….jar.");
            System.exit(2);
        }
        layBeside(Path.of(directory[0]));
    }

    /** Returns whether there was anything to do: the driver is there and holds a library for this platform. */
    public static boolean layBeside(Path directory) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, "duckdb_jdbc*.jar")) {
            for (Path jar : jars) {
                if (layBeside(directory, jar)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean layBeside(Path directory, Path jar) throws IOException {
        Path slim = directory.resolve(".duckdb.jar.writing");
        Path library = directory.resolve(name());
        try (ZipFile from = new ZipFile(jar.toFile())) {
            ZipEntry ours = from.getEntry(name());
            if (ours == null) {
                return false;
            }
            try (InputStream in = from.getInputStream(ours)) {
                Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
            }
            try (OutputStream out = Files.newOutputStream(slim);
                    ZipOutputStream to = new ZipOutputStream(out)) {
                for (ZipEntry entry : Collections.list(from.entries())) {
                    if (!entry.getName().startsWith("libduckdb_java.")) {
                        to.putNextEntry(new ZipEntry(entry.getName()));
                        from.getInputStream(entry).transferTo(to);
                    }
                }
            }
        }
        Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** The library's name for this platform, as the driver makes it. */
    private static String name() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : "linux";
        String architecture = switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm64";
            default -> "amd64";
        };
        return "libduckdb_java.so_" + system + "_" + architecture;
    }
}
