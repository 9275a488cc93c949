package org.diaodu.server.policies;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.diaodu.policy.book.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was entered and is known now, in the form in which it can be imported. */
@Component
@Transactional(readOnly = true)
public class FactExport {

    private final JdbcClient jdbc;

    FactExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact; value is null where it is said to be no longer known. */
    public record Line(
            String creditCode,
            SubjectKind kind,
            String code,
            String name,
            String region,
            String fact,
            @Nullable String value,
            LocalDate from,
            String holder,
            String source) {}

    /** Hands over what the caller sees: of several values from the same day the last. */
    public void each(Consumer<Line> consumer) {
        jdbc.sql("""
                select e.credit_code, f.subject_kind, f.subject_code, coalesce(s.name, '') as subject_name,
                       coalesce(s.region, f.region) as place, f.name, f.value, f.valid_from, f.holder, f.source
                from (select distinct on (enterprise_id, subject_kind, subject_code, name, valid_from) * from policy_fact
                      order by enterprise_id, subject_kind, subject_code, name, valid_from, id desc) f
                join enterprise e on e.id = f.enterprise_id
                left join policy_subject s on s.enterprise_id = f.enterprise_id and s.kind = f.subject_kind
                     and s.code = f.subject_code
                order by e.credit_code, f.subject_kind, f.subject_code, f.name, f.valid_from
                """).query(row -> {
            consumer.accept(new Line(
                    row.getString(1),
                    SubjectKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getObject(8, LocalDate.class),
                    row.getString(9),
                    row.getString(10)));
        });
    }
}
