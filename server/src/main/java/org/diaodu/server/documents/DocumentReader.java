package org.diaodu.server.documents;

import java.util.List;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.reader.BulletinReader;
import org.diaodu.bulletin.reader.ReadDocument;
import org.springframework.stereotype.Component;

/** Reads files as the reader does, and what it has learnt here on top. */
@Component
class DocumentReader {

    private final ReaderWords words;

    DocumentReader(ReaderWords words) {
        this.words = words;
    }

    ReadDocument read(String name, byte[] raw) {
        return BulletinReader.standard().read(name, raw);
    }

    /** The statements of a document in the words that were taught. */
    List<Statement> statements(ReadDocument read) {
        return words.taught(read.statements());
    }
}
