package org.diaodu.server.supply;

import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters the caller sees, as a list; the latest comes first unless somebody asks otherwise. */
@Component
public class LetterList extends Listing<LetterFilter, Letter> {

    private static final String COUNT = "select count(*) from supply_letter l {where}";
    private static final String LINES = LetterRows.SELECT + "{where} {order} {page}";

    private static final Orders ORDERS = Orders.usually("dated", "l.dated")
            .latestFirst()
            .or("number", "l.number")
            .or("direction", "l.direction")
            .or("province", "l.province")
            .or("state", "array_position(array['SENT','REGISTERED','GIVEN','ANSWERED'], l.state)")
            .or("by", "l.reply_by")
            .then("l.id desc");

    private final BusinessClock clock;

    LetterList(JdbcClient jdbc, BusinessClock clock) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.clock = clock;
    }

    @Override
    protected Conditions conditions(LetterFilter filter) {
        return new Conditions()
                .search("""
                        l.subject ilike '%' || :pattern || '%' or l.office ilike '%' || :pattern || '%'
                        or l.number ilike '%' || :pattern || '%'""", filter.text())
                .is("l.direction", filter.direction())
                .is("l.state", filter.state())
                .is("l.province", filter.province())
                .where(!filter.overdue().isEmpty(), "l.state <> 'ANSWERED' and l.reply_by < :today")
                .value("today", clock.today());
    }

    @Override
    protected RowMapper<Letter> reader() {
        return LetterRows::letter;
    }
}
