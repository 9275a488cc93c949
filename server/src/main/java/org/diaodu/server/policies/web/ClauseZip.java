package org.diaodu.server.policies.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diaodu.server.policies.clauses.ClauseVersion;

/** A version as the folder the policy library reads. */
final class ClauseZip {

    private ClauseZip() {}

    /** Writes {@code <clause>/<valid-from>/} with its files; the stream is not closed. */
    static void write(ClauseVersion version, OutputStream out) throws IOException {
        String folder =
                version.clause() + "/" + (version.validFrom() == null ? "9999-12-31" : version.validFrom()) + "/";
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, folder + "model.dmn", version.model());
        put(zip, folder + "clause.md", version.clauseFile());
        put(zip, folder + "terms.yaml", version.terms());
        if (!version.cases().isBlank()) {
            put(zip, folder + "cases.csv", version.cases());
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
