package org.diaodu.server.returns;

import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.registry.Registered;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is typed into a form and not yet filed, kept on every pause of typing. */
@Component
class Drafts {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(long enterprise, Period period) {
        return jdbc.sql(
                        "select content, version, updated_by, updated_at from draft where enterprise_id = :id and period = :period")
                .param("id", enterprise)
                .param("period", period.iso())
                .query((row, number) -> new Draft(
                        json.readValue(row.getString("content"), FIELDS),
                        row.getInt("version"),
                        row.getString("updated_by"),
                        row.getTimestamp("updated_at").toInstant()))
                .optional();
    }

    @Transactional
    void save(Registered enterprise, Period period, Map<String, String> fields) {
        jdbc.sql("""
                insert into draft (enterprise_id, period, region, content, updated_by)
                values (:id, :period, :region, :content::jsonb, :by)
                on conflict (enterprise_id, period) do update
                   set content = excluded.content, version = draft.version + 1, updated_by = excluded.updated_by, updated_at = now()
                """)
                .param("id", enterprise.id())
                .param("period", period.iso())
                .param("region", enterprise.region())
                .param("content", json.writeValueAsString(fields))
                .param("by", Callers.current().name())
                .update();
    }

    @Transactional
    void discard(long enterprise, Period period) {
        jdbc.sql("delete from draft where enterprise_id = :id and period = :period")
                .param("id", enterprise)
                .param("period", period.iso())
                .update();
    }
}
