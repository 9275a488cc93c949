package org.diaodu.server.whitelist;

import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.calendar.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the entries the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class EntryList {

    private static final String WHERE = """
            where (:text = '' or w.enterprise_name ilike '%' || :pattern || '%' or w.number like :pattern || '%'
                   or w.credit_code = :text)
              and starts_with(w.region, :region)
              and (:kind = '' or w.kind = :kind)
              and (:origin = '' or w.origin = :origin)
              and case :state when '' then true
                   when 'GRANTED' then w.state = 'GRANTED' and not w.over and w.valid_until >= :today
                   when 'EXPIRED' then w.state = 'GRANTED' and (w.over or w.valid_until < :today)
                   else w.state = :state end
            """;

    private final JdbcClient jdbc;
    private final EntryRows rows;
    private final BusinessClock clock;

    EntryList(JdbcClient jdbc, EntryRows rows, BusinessClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    public long count(EntryFilter filter) {
        return filtered("select count(*) from white_list_entry w " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public List<WhiteListEntry> page(EntryFilter filter, EntryOrder order, boolean descending, int page, int size) {
        return filtered(lines(order, descending) + " limit :size offset :skip", filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(rows::entry)
                .list();
    }

    /** Hands over every entry of the list, one after another. */
    public void each(EntryFilter filter, EntryOrder order, boolean descending, Consumer<WhiteListEntry> consumer) {
        filtered(lines(order, descending), filter).query(row -> {
            consumer.accept(rows.entry(row, 0));
        });
    }

    private static String lines(EntryOrder order, boolean descending) {
        return "select w.* from white_list_entry w " + WHERE + " order by " + order.sql(descending);
    }

    private StatementSpec filtered(String sql, EntryFilter filter) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("kind", filter.kind())
                .param("origin", filter.origin())
                .param("state", filter.state())
                .param("today", clock.today());
    }
}
