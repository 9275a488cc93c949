package org.diaodu.server.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.rules.typed.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code policy_fact} and {@code policy_subject}. */
@Component
class FactRows {

    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which subject of an enterprise. */
    record Of(long enterprise, SubjectKind kind, String code) {}

    /** A project or product. */
    record Part(long enterprise, SubjectKind kind, String code, String name, String region) {}

    /** A fact that was entered; null where it is said to be no longer known. */
    record Stated(String name, @Nullable Object value, Provenance provenance) {}

    /** A fact to be written down, its value as FEEL writes it. */
    record New(
            Of of,
            String region,
            String name,
            Kind kind,
            @Nullable String value,
            LocalDate validFrom,
            String holder,
            String source,
            boolean declared,
            String by,
            @Nullable String intake) {}

    /** What was entered about these enterprises and holds on a day, as it was known at a moment. */
    Map<Of, List<Stated>> stated(Collection<Long> enterprises, LocalDate day, Instant recorded) {
        Map<Of, List<Stated>> stated = new HashMap<>();
        jdbc.sql("""
                select distinct on (enterprise_id, subject_kind, subject_code, name) *
                from policy_fact
                where enterprise_id = any(:enterprises) and valid_from <= :day and recorded_at <= :recorded
                order by enterprise_id, subject_kind, subject_code, name, valid_from desc, id desc
                """)
                .param("enterprises", enterprises.toArray(Long[]::new))
                .param("day", day)
                .param("recorded", Timestamp.from(recorded))
                .query(row -> {
                    stated.computeIfAbsent(of(row), one -> new ArrayList<>()).add(fact(row));
                });
        return stated;
    }

    private static Of of(ResultSet row) throws SQLException {
        return new Of(
                row.getLong("enterprise_id"),
                SubjectKind.valueOf(row.getString("subject_kind")),
                row.getString("subject_code"));
    }

    private static Stated fact(ResultSet row) throws SQLException {
        String text = row.getString("value");
        Kind kind = Kind.valueOf(row.getString("type"));
        return new Stated(
                row.getString("name"),
                text == null ? null : Values.feel(CaseValues.parse(text, kind), kind),
                new Provenance(
                        row.getString("holder"),
                        row.getString("source"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("entered_by"),
                        row.getBoolean("declared")));
    }

    /** Projects and products of these enterprises, by code. */
    Map<Long, List<Part>> parts(Collection<Long> enterprises) {
        Map<Long, List<Part>> parts = new HashMap<>();
        jdbc.sql("""
                select enterprise_id, kind, code, name, region from policy_subject
                where enterprise_id = any(:enterprises) order by enterprise_id, kind desc, code
                """).param("enterprises", enterprises.toArray(Long[]::new)).query(row -> {
            var part = new Part(
                    row.getLong(1),
                    SubjectKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5));
            parts.computeIfAbsent(part.enterprise(), one -> new ArrayList<>()).add(part);
        });
        return parts;
    }

    /** Makes those that are not there yet known, and gives the others their new name. */
    void keep(Collection<Part> parts) {
        jdbc.sql("""
                insert into policy_subject (enterprise_id, root_enterprise, region, kind, code, name)
                select p.enterprise, p.enterprise, p.region, p.kind, p.code, p.name
                from unnest(:enterprises::bigint[], :kinds::text[], :codes::text[], :names::text[], :regions::text[])
                     as p (enterprise, kind, code, name, region)
                on conflict (enterprise_id, kind, code) do update set name = excluded.name, region = excluded.region
                    where policy_subject.name <> excluded.name or policy_subject.region <> excluded.region
                """)
                .param("enterprises", parts.stream().map(Part::enterprise).toArray(Long[]::new))
                .param("kinds", parts.stream().map(part -> part.kind().name()).toArray(String[]::new))
                .param("codes", parts.stream().map(Part::code).toArray(String[]::new))
                .param("names", parts.stream().map(Part::name).toArray(String[]::new))
                .param("regions", parts.stream().map(Part::region).toArray(String[]::new))
                .update();
    }

    /** Writes down what is new: what is known with the same value from the same day already is left alone. */
    int insert(Collection<New> facts) {
        return jdbc.sql("""
                insert into policy_fact (enterprise_id, region, subject_kind, subject_code, name, type, value, valid_from,
                        holder, source, declared, entered_by, intake)
                select f.*
                from unnest(:enterprises::bigint[], :regions::text[], :kinds::text[], :codes::text[], :names::text[],
                        :types::text[], :values::text[], :days::date[], :holders::text[], :sources::text[],
                        :declared::boolean[], :by::text[], :intakes::text[])
                     as f (enterprise_id, region, subject_kind, subject_code, name, type, value, valid_from, holder, source,
                        declared, entered_by, intake)
                where not exists (
                    select from (select value, type from policy_fact k
                          where k.enterprise_id = f.enterprise_id and k.subject_kind = f.subject_kind
                            and k.subject_code = f.subject_code and k.name = f.name and k.valid_from = f.valid_from
                          order by k.id desc limit 1) latest
                    where latest.value is not distinct from f.value and latest.type = f.type)
                """)
                .param(
                        "enterprises",
                        facts.stream().map(f -> f.of().enterprise()).toArray(Long[]::new))
                .param("regions", texts(facts, New::region))
                .param("kinds", texts(facts, f -> f.of().kind().name()))
                .param("codes", texts(facts, f -> f.of().code()))
                .param("names", texts(facts, New::name))
                .param("types", texts(facts, f -> f.kind().name()))
                .param("values", texts(facts, New::value))
                .param("days", texts(facts, f -> f.validFrom().toString()))
                .param("holders", texts(facts, New::holder))
                .param("sources", texts(facts, New::source))
                .param("declared", facts.stream().map(New::declared).toArray(Boolean[]::new))
                .param("by", texts(facts, New::by))
                .param("intakes", texts(facts, New::intake))
                .update();
    }

    private static @Nullable String[] texts(
            Collection<New> facts, java.util.function.Function<New, @Nullable String> text) {
        return facts.stream().map(text).toArray(String[]::new);
    }
}
