package org.diaodu.server.cockpit;

import java.util.List;
import org.diaodu.server.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The views of growth the caller has saved. Saving under a name again replaces it. */
@Component
@Transactional
public class SavedViews {
    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(String name, String address) {
        jdbc.sql("""
                insert into saved_view (account, name, address) values (:account, :name, :address)
                on conflict (account, name) do update set address = excluded.address
                """)
                .param("account", Callers.current().userId())
                .param("name", name)
                .param("address", address)
                .update();
    }

    public void forget(long id) {
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
    }

    @Transactional(readOnly = true)
    public List<SavedView> mine() {
        return jdbc.sql("select id, name, address from saved_view order by name")
                .query(SavedView.class)
                .list();
    }
}
