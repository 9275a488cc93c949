package org.diaodu.server.documents;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.steps.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the reader has learnt from corrections: the rows of {@code reader_word}. */
@Component
class ReaderWords {

    private final JdbcClient jdbc;

    ReaderWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Word(ExampleField field, String said) {}

    /** A later lesson about the same words replaces an earlier one. */
    void learn(ReadingExample example, Signature by) {
        jdbc.sql("""
                insert into reader_word (field, said, means, example_id, since) values (:field, :said, :means, :example, :at)
                on conflict (field, said) do update set means = excluded.means, example_id = excluded.example_id,
                       since = excluded.since
                """)
                .param("field", example.field().name())
                .param("said", example.said())
                .param("means", example.means())
                .param("example", example.id())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    /** Statements with the names that were taught, without those that were said to be none. */
    List<Statement> taught(List<Statement> statements) {
        Map<Word, String> words = words();
        return words.isEmpty()
                ? statements
                : statements.stream()
                        .filter(one -> !words.containsKey(new Word(ExampleField.NOTHING, one.quote())))
                        .map(one -> renamed(one, words))
                        .toList();
    }

    private Map<Word, String> words() {
        Map<Word, String> words = new HashMap<>();
        jdbc.sql("select field, said, means from reader_word").query(row -> {
            words.put(
                    new Word(ExampleField.valueOf(row.getString("field")), row.getString("said")),
                    row.getString("means"));
        });
        return words;
    }

    private static Statement renamed(Statement one, Map<Word, String> words) {
        String indicator = words.get(new Word(ExampleField.INDICATOR, one.indicator()));
        String subject = words.get(new Word(ExampleField.SUBJECT, one.subject()));
        if (indicator == null && subject == null) return one;
        return new Statement(
                one.start(),
                one.end(),
                one.quote(),
                Objects.requireNonNullElse(indicator, one.indicator()),
                Objects.requireNonNullElse(subject, one.subject()),
                one.period(),
                one.kind(),
                one.low(),
                one.high(),
                one.unit(),
                one.direction(),
                one.bound(),
                one.comparator(),
                one.targetYear(),
                one.decimals(),
                one.scale(),
                one.confidence());
    }
}
