package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two versions of a return side by side: one row per value that either has. */
public record Comparison(Filing from, Filing to, List<Row> rows) {

    /** One value in both versions. */
    public record Row(
            Item item,
            Column column,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) {

        public boolean differs() {
            return !Figure.same(from, to);
        }

        public String fromText() {
            return Numbers.plain(from);
        }

        public String toText() {
            return Numbers.plain(to);
        }
    }

    static Comparison of(List<Item> items, Filing from, Figures before, Filing to, Figures after) {
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            for (Column column : Column.values()) {
                BigDecimal old = before.value(item.code(), column);
                BigDecimal now = after.value(item.code(), column);
                if (old != null || now != null) {
                    rows.add(new Row(item, column, old, now));
                }
            }
        }
        return new Comparison(from, to, rows);
    }

    public long differences() {
        return rows.stream().filter(Row::differs).count();
    }
}
