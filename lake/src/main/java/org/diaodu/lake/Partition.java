package org.diaodu.lake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One period of a table on disk: its manifest and the files of its versions. */
record Partition(Path directory, String table, String period) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Path manifestFile() {
        return directory.resolve("manifest.json");
    }

    Path file(int version) {
        return directory.resolve(fileName(version));
    }

    static String fileName(int version) {
        return "v" + version + ".parquet";
    }

    /** The file a version is written to before it gets its name. */
    Path writing(int version) {
        return directory.resolve(".v" + version + ".parquet.writing");
    }

    Manifest manifest() {
        Path file = manifestFile();
        if (!Files.exists(file)) {
            return Manifest.empty(table, period);
        }
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new LakeFault(
                        "lake.newer-format",
                        "清单 " + file + " 的格式版本为 " + manifest.format() + "，本程序只认到 " + Manifest.FORMAT + "。建议：升级程序。",
                        "the manifest " + file + " has format " + manifest.format() + ", this program knows up to "
                                + Manifest.FORMAT + ". Maybe a newer program wrote it: update this one.");
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new LakeFault(
                    "lake.manifest",
                    "清单 " + file + " 无法读取：" + e.getMessage() + "。建议：从备份恢复该文件。",
                    "the manifest " + file + " cannot be read: " + e.getMessage()
                            + ". Maybe restore this file from the backup.",
                    e);
        }
    }

    void write(Manifest manifest) throws IOException {
        Durable.write(manifestFile(), JSON.writeValueAsBytes(manifest));
    }

    /** The files that no version of the manifest names: left by a crash. */
    List<Path> orphans(Manifest manifest) throws IOException {
        List<Path> orphans = new ArrayList<>();
        List<String> known =
                manifest.versions().stream().map(Manifest.Version::file).toList();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if ((name.endsWith(".parquet") || name.endsWith(".writing")) && !known.contains(name)) {
                    orphans.add(file);
                }
            }
        }
        return orphans;
    }

    void sweep(Manifest manifest) throws IOException {
        for (Path orphan : orphans(manifest)) {
            Files.deleteIfExists(orphan);
        }
    }
}
