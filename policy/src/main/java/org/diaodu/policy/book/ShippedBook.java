package org.diaodu.policy.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.model.Place;

/** The clauses that come with the platform, from {@code policies/} on its class path. */
public final class ShippedBook {

    private static final String FILE = "/policies/stacking.yaml";

    private ShippedBook() {}

    /**
     * Its folder, to be read with {@link BookReading#of}.
     *
     * @throws PolicyFault {@code policy.folder} where no clauses were shipped
     */
    public static Path folder() {
        URL file = ShippedBook.class.getResource(FILE);
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

    /** How the shipped clauses exclude each other, without reading the clauses. */
    public static Stacking stacking() {
        return BookReading.stackingOf(folder(), new ArrayList<>());
    }

    /** The figures by date, by name, without reading the clauses. */
    public static Map<String, Parameter> parameters() {
        return BookReading.parametersOf(folder(), new ArrayList<>());
    }

    /** The jar stays open for the life of the process. */
    private static Path inJar(URI uri) throws IOException {
        FileSystem jar;
        try {
            jar = FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException e) {
            jar = FileSystems.newFileSystem(uri, Map.of());
        }
        return jar.getPath(FILE);
    }
}
