package org.diaodu.policy.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.BookReading;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;

/** The folder of clauses a command is given, or the clauses shipped with the platform. */
final class BookFolder {

    private static final String SHIPPED = "/policies/stacking.yaml";

    private BookFolder() {}

    static BookReading reading(@Nullable Path folder) {
        return BookReading.of(folder == null ? shipped() : folder);
    }

    static PolicyBook book(@Nullable Path folder) {
        return PolicyBook.read(folder == null ? shipped() : folder);
    }

    private static Path shipped() {
        URL file = BookFolder.class.getResource(SHIPPED);
        if (file == null) {
            throw new PolicyFault(
                    "policy.folder",
                    Place.of("--clauses"),
                    "没有给出条款的文件夹，程序里也没有附带条款。建议：--clauses 文件夹。",
                    "no folder of clauses was given, and none is shipped. Maybe --clauses DIR.");
        }
        try {
            URI uri = file.toURI();
            return ("jar".equals(uri.getScheme()) ? inJar(uri) : Path.of(uri)).resolveSibling("");
        } catch (URISyntaxException | IOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** The jar stays open for the command's life. */
    private static Path inJar(URI uri) throws IOException {
        FileSystem jar;
        try {
            jar = FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException e) {
            jar = FileSystems.newFileSystem(uri, Map.of());
        }
        return jar.getPath(SHIPPED);
    }
}
