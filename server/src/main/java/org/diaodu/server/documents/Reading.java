package org.diaodu.server.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diaodu.bulletin.reader.LegibleText;
import org.diaodu.bulletin.reader.ReadDocument;
import org.diaodu.bulletin.reader.ReadFault;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.diaodu.server.steps.StepRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a document somebody brings, and keeps it with its statements. */
@Component
public class Reading {

    /** Bytes of a file, and of a text that is pasted. */
    public static final int LARGEST = 20 << 20;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SOURCE = 500;

    private final DocumentReader reader;
    private final ReadDocuments documents;

    Reading(DocumentReader reader, ReadDocuments documents) {
        this.reader = reader;
        this.documents = documents;
    }

    /** A text that was pasted. */
    public Outcome text(NewDocument asked, String text) {
        boolean markup = text.stripLeading().startsWith("<");
        String title = asked.title().isBlank() ? firstWords(text) : asked.title();
        var named = new NewDocument(asked.key(), title, asked.source(), title + (markup ? ".html" : ".txt"));
        return text.isBlank()
                ? new Outcome.Faulty(Map.of("text", "documents.fault.empty"))
                : file(named, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file; the same one again is the document it already is. */
    public Outcome file(NewDocument asked, byte[] raw) {
        DocumentRights.require(DocumentRights.mayWork(Callers.current()), "识读文件", "read documents");
        Map<String, String> faults = faults(asked, raw);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        String digest = digest(raw);
        Optional<String> before = documents.same(digest, asked.key());
        if (before.isPresent()) return new Outcome.Done(before.get());
        ReadDocument read = read(asked.fileName(), raw);
        return new Outcome.Done(documents.keep(read, asked, digest));
    }

    private static String digest(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReadDocument read(String name, byte[] raw) {
        try {
            return reader.read(name, raw);
        } catch (ReadFault fault) {
            throw new StepRefused("DO11", fault.chinese(), fault.english());
        }
    }

    private static Map<String, String> faults(NewDocument asked, byte[] raw) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (raw.length == 0) faults.put("file", "documents.fault.file");
        if (raw.length > LARGEST) faults.put("file", "documents.fault.large");
        if (asked.title().length() > LONGEST_TITLE) faults.put("title", "documents.fault.long");
        if (asked.source().length() > LONGEST_SOURCE) faults.put("source", "documents.fault.long");
        return faults;
    }

    private static String firstWords(String text) {
        String line = text.replaceAll("<[^>]*>", " ")
                .strip()
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return line.length() > 40 ? line.substring(0, 40) + "…" : line.isEmpty() ? "粘贴的文字" : line;
    }

    /** What has been read, kept in one transaction; reading itself holds none open. */
    @Component
    @Transactional
    static class ReadDocuments {

        private final DocumentRows rows;
        private final StatementRows statements;
        private final DocumentTimeline timeline;
        private final DocumentReader reader;
        private final Signatures signatures;

        ReadDocuments(
                DocumentRows rows,
                StatementRows statements,
                DocumentTimeline timeline,
                DocumentReader reader,
                Signatures signatures) {
            this.rows = rows;
            this.statements = statements;
            this.timeline = timeline;
            this.reader = reader;
            this.signatures = signatures;
        }

        @Transactional(readOnly = true)
        Optional<String> same(String digest, String key) {
            return rows.same(region(), digest, key).map(PublishedDocument::number);
        }

        String keep(ReadDocument read, NewDocument asked, String digest) {
            Signature by = signatures.now();
            LegibleText legible = LegibleText.of(read);
            Optional<PublishedDocument> kept = rows.insert(read, legible.text(), region(), asked, digest, by);
            if (kept.isEmpty())
                return rows.same(region(), digest, asked.key()).orElseThrow().number();
            PublishedDocument document = kept.get();
            var found = reader.statements(read);
            statements.insert(document, legible, found);
            timeline.add(
                    document,
                    null,
                    "READ",
                    "",
                    Map.of("title", document.title(), "statements", found.size(), "digest", digest),
                    by);
            return document.number();
        }

        private static String region() {
            Caller caller = Callers.current();
            return caller.ownUnit().code();
        }
    }
}
