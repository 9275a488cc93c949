package org.diaodu.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.database.LastLook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units that use the platform. */
@Component
@Transactional
public class Units {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final LastLook<String, List<Unit>> children = new LastLook<>("unit");

    Units(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Adds a unit under its parent; a unit that is there already stays as it is. */
    public Unit create(String code, String name, Unit.Level level, @Nullable String parent) {
        int added = jdbc.sql("""
                insert into unit (code, name, level, parent) values (:code, :name, :level, :parent)
                on conflict (code) do nothing
                """)
                .param("code", code)
                .param("name", name)
                .param("level", level.name())
                .param("parent", parent)
                .update();
        Unit unit = new Unit(code, name, level);
        if (added == 1) audit.record("unit.create", "unit", code, null, Map.of("name", name, "level", level), null);
        return unit;
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(String code) {
        return jdbc.sql("select code, name, level from unit where code = :code")
                .param("code", code)
                .query(Units::unit)
                .optional();
    }

    /** The units directly below this one, by code. */
    @Transactional(readOnly = true)
    public List<Unit> children(String code) {
        return children.get(
                code,
                () -> List.copyOf(
                        jdbc.sql("select code, name, level from unit where parent = :code and not closed order by code")
                                .param("code", code)
                                .query(Units::unit)
                                .list()));
    }

    /** Every unit inside a scope, by code. */
    @Transactional(readOnly = true)
    public List<Unit> within(Scope scope) {
        return jdbc
                .sql("select code, name, level from unit where not closed order by code")
                .query(Units::unit)
                .list()
                .stream()
                .filter(u -> scope.allows(u.code()))
                .toList();
    }

    static Unit unit(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Unit(row.getString("code"), row.getString("name"), Unit.Level.valueOf(row.getString("level")));
    }
}
