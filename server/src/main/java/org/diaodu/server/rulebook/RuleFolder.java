package org.diaodu.server.rulebook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A version as the folder the rules library reads: model, clause, cases. */
public final class RuleFolder {

    private RuleFolder() {}

    /** Writes {@code <rule>/<valid-from>/} with its files as a zip; the stream is not closed. */
    public static void write(Edition edition, OutputStream out) throws IOException {
        String folder = edition.rule() + "/" + (edition.validFrom() == null ? "9999-12-31" : edition.validFrom()) + "/";
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, folder + "model.dmn", edition.model());
        put(zip, folder + "clause.md", edition.clauseFile());
        if (!edition.cases().isBlank()) {
            put(zip, folder + "cases.csv", edition.cases());
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
