package org.diaodu.server.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.diaodu.bulletin.reader.ReadDocument;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code published_document}. */
@Component
class DocumentRows {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DocumentRows(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a document; empty where the unit has read the same file before. */
    Optional<PublishedDocument> insert(
            ReadDocument read, String content, String region, NewDocument asked, String digest, Signature by) {
        return jdbc.sql("""
                insert into published_document (number, region, title, source, published, file_name, digest, content,
                        read_by, read_by_name, read_at, form_key)
                values (:year || '-W' || lpad(nextval('published_document_number')::text, 4, '0'), :region, :title, :source,
                        :published, :file, :digest, :content, :by, :name, :at, :key)
                on conflict do nothing
                returning *
                """)
                .param("year", "" + clock.today().getYear())
                .param("region", region)
                .param("title", asked.title())
                .param("source", asked.source())
                .param("published", read.published(), Types.DATE)
                .param("file", last(asked.fileName()))
                .param("digest", digest)
                .param("content", content.replace('\0', ' '))
                .param("by", by.name())
                .param("name", by.displayName())
                .param("at", Timestamp.from(by.at()))
                .param("key", asked.key().isBlank() ? null : asked.key(), Types.VARCHAR)
                .query(DocumentRows::document)
                .optional();
    }

    private static String last(String name) {
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    Optional<PublishedDocument> find(String number) {
        return jdbc.sql("select * from published_document where number = :number")
                .param("number", number)
                .query(DocumentRows::document)
                .optional();
    }

    /** The document a form made when it was sent before, or the one this file is already. */
    Optional<PublishedDocument> same(String region, String digest, String key) {
        return jdbc.sql("""
                select * from published_document where form_key = :key or (region = :region and digest = :digest)
                order by form_key = :key desc limit 1
                """)
                .param("key", key)
                .param("region", region)
                .param("digest", digest)
                .query(DocumentRows::document)
                .optional();
    }

    private static PublishedDocument document(ResultSet row, int number) throws SQLException {
        return new PublishedDocument(
                row.getLong("id"),
                row.getString("number"),
                row.getString("region"),
                row.getString("title"),
                row.getString("source"),
                row.getObject("published", LocalDate.class),
                row.getString("file_name"),
                row.getString("content"),
                row.getString("read_by"),
                row.getString("read_by_name"),
                row.getTimestamp("read_at").toInstant());
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "DO10",
                "没有编号为“" + number + "”的文件，或您不能查看。",
                "There is no document “" + number + "”, or it is not yours to see.");
    }
}
