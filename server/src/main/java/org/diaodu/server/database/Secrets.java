package org.diaodu.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The generated passwords of the embedded database's three roles, in a file only its owner may read.
 *
 * @param superuser makes roles and the database, once
 * @param owner owns the tables and runs migrations
 * @param application what the platform connects as; subject to row level security
 */
record Secrets(String superuser, String owner, String application) {

    static Secrets in(Path folder) throws IOException {
        Path file = folder.resolve("secrets.properties");
        if (!Files.exists(file)) {
            Path partial = folder.resolve("secrets.partial");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            String text = "superuser=%s%nowner=%s%napplication=%s%n".formatted(random(), random(), random());
            Files.writeString(partial, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            Files.move(partial, file);
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Secrets(
                properties.getProperty("superuser", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("application", ""));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
