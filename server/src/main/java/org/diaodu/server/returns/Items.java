package org.diaodu.server.returns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the monthly form in their order, read once. */
@Component
public class Items {

    private final JdbcClient jdbc;
    private volatile List<Item> all = List.of();

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Item> all() {
        if (all.isEmpty()) {
            all = jdbc.sql("""
                    select code, position, name_zh, name_en, unit_zh, unit_en, kind, may_be_negative, required
                    from form_item order by position
                    """)
                    .query((row, number) -> new Item(
                            row.getString("code"),
                            row.getInt("position"),
                            row.getString("name_zh"),
                            row.getString("name_en"),
                            row.getString("unit_zh"),
                            row.getString("unit_en"),
                            Item.Kind.valueOf(row.getString("kind")),
                            row.getBoolean("may_be_negative"),
                            row.getBoolean("required")))
                    .list();
        }
        return all;
    }

    public Optional<Item> find(String code) {
        return all().stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
