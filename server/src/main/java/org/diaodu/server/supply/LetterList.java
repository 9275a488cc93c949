package org.diaodu.server.supply;

import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.calendar.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the letters the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class LetterList {

    private static final String WHERE = """
            where (:text = '' or l.subject ilike '%' || :pattern || '%' or l.office ilike '%' || :pattern || '%'
                   or l.number ilike '%' || :pattern || '%')
              and (:direction = '' or l.direction = :direction)
              and (:state = '' or l.state = :state)
              and (:province = '' or l.province = :province)
              and (:overdue = '' or (l.state <> 'ANSWERED' and l.reply_by < :today))
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LetterList(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long count(LetterFilter filter) {
        return filtered("select count(*) from supply_letter l " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public List<Letter> page(LetterFilter filter, LetterOrder order, boolean descending, int page, int size) {
        return filtered(lines(order, descending) + " limit :size offset :skip", filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(LetterRows::letter)
                .list();
    }

    /** Hands over every letter of the list, one after another. */
    public void each(LetterFilter filter, LetterOrder order, boolean descending, Consumer<Letter> consumer) {
        filtered(lines(order, descending), filter).query(row -> {
            consumer.accept(LetterRows.letter(row, 0));
        });
    }

    private static String lines(LetterOrder order, boolean descending) {
        return LetterRows.SELECT + WHERE + " order by " + order.sql(descending);
    }

    private StatementSpec filtered(String sql, LetterFilter filter) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("direction", filter.direction())
                .param("state", filter.state())
                .param("province", filter.province())
                .param("overdue", filter.overdue())
                .param("today", clock.today());
    }
}
