package org.diaodu.server.registry;

import static org.diaodu.server.registry.EnterpriseRows.day;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes spans of attributes; runs within the transaction of {@link Register}. */
@Component
class AttributeWriting {

    private final JdbcClient jdbc;

    AttributeWriting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long enterprise, Attributes span) {
        jdbc.sql("""
                insert into enterprise_attributes (enterprise_id, valid_from, valid_to, name, region, industry, size,
                        ownership, park, chain, key_list, status)
                values (:enterprise, :from, :until, :name, :region, :industry, :size, :ownership, :park, :chain, :key, :status)
                """)
                .param("enterprise", enterprise)
                .param("from", day(span.from()))
                .param("until", day(span.until()), java.sql.Types.DATE)
                .param("name", span.name())
                .param("region", span.region())
                .param("industry", span.industry())
                .param("size", span.size().name())
                .param("ownership", span.ownership().name())
                .param("park", span.park())
                .param("chain", span.chain())
                .param("key", span.keyList())
                .param("status", span.status().name())
                .update();
    }

    void replace(long enterprise, Attributes span) {
        jdbc.sql("""
                update enterprise_attributes
                   set name = :name, region = :region, industry = :industry, size = :size, ownership = :ownership,
                       park = :park, chain = :chain, key_list = :key, status = :status
                 where enterprise_id = :enterprise and valid_from = :from
                """)
                .param("enterprise", enterprise)
                .param("from", day(span.from()))
                .param("name", span.name())
                .param("region", span.region())
                .param("industry", span.industry())
                .param("size", span.size().name())
                .param("ownership", span.ownership().name())
                .param("park", span.park())
                .param("chain", span.chain())
                .param("key", span.keyList())
                .param("status", span.status().name())
                .update();
    }

    void end(long enterprise, YearMonth from, @Nullable YearMonth until) {
        jdbc.sql(
                        "update enterprise_attributes set valid_to = :until where enterprise_id = :enterprise and valid_from = :from")
                .param("until", day(until), java.sql.Types.DATE)
                .param("enterprise", enterprise)
                .param("from", day(from))
                .update();
    }

    void listChange(long enterprise, String region, ListChange change, String by) {
        jdbc.sql("""
                insert into list_change (enterprise_id, region, kind, effective, reason, recorded_by)
                values (:enterprise, :region, :kind, :effective, :reason, :by)
                """)
                .param("enterprise", enterprise)
                .param("region", region)
                .param("kind", change.kind().name())
                .param("effective", day(change.effective()))
                .param("reason", change.reason())
                .param("by", by)
                .update();
    }

    /** Raises the version if it still is the one the form was made from. */
    boolean claim(long enterprise, int version, @Nullable String regionNow) {
        return jdbc.sql("""
                        update enterprise set version = version + 1, updated_at = now(), region = coalesce(:region, region)
                        where id = :id and version = :version
                        """)
                        .param("region", regionNow, java.sql.Types.VARCHAR)
                        .param("id", enterprise)
                        .param("version", version)
                        .update()
                == 1;
    }
}
