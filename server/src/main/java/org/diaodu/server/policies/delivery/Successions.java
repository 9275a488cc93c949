package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.server.policies.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who an enterprise was before its code changed, and what was paid to it under either. */
@Component
@Transactional(readOnly = true)
class Successions {

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first enterprise that each of these was; of a project that of the enterprise it was first entered for. */
    Map<SubjectId, Long> roots(Collection<SubjectId> subjects) {
        Map<SubjectId, Long> roots = new HashMap<>();
        List<SubjectId> all = List.copyOf(subjects);
        jdbc.sql("""
                with recursive asked as (
                    select a.place, coalesce(s.root_enterprise, a.enterprise) as id
                    from unnest(:enterprises::bigint[], :kinds::text[], :codes::text[])
                         with ordinality as a (enterprise, kind, code, place)
                    left join policy_subject s on s.enterprise_id = a.enterprise and s.kind = a.kind and s.code = a.code),
                up as (
                    select place, id, 0 as step from asked
                    union all
                    select up.place, s.former, up.step + 1
                    from up join policy_succession s on s.successor = up.id and s.kind = 'RECODED' where up.step < 50)
                select distinct on (place) place, id from up order by place, step desc, id
                """)
                .param("enterprises", all.stream().map(SubjectId::enterprise).toArray(Long[]::new))
                .param("kinds", all.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("codes", all.stream().map(SubjectId::code).toArray(String[]::new))
                .query(row -> {
                    roots.put(all.get(row.getInt(1) - 1), row.getLong(2));
                });
        return roots;
    }

    /** What was approved for these enterprises, or paid and not given back, under this code or an earlier one. */
    Map<Long, List<Earlier>> earlier(Collection<Long> enterprises, LocalDate day) {
        Map<Long, List<Earlier>> earlier = new HashMap<>();
        jdbc.sql("""
                select enterprise_id, clause, subject_kind, subject_code, granted_fen - refunded_fen, year
                from entitlement
                where enterprise_id = any(:enterprises) and state in ('APPROVED', 'PAID', 'RECLAIMED', 'REFUNDED')
                  and granted_fen > refunded_fen
                """).param("enterprises", enterprises.toArray(Long[]::new)).query(row -> {
            boolean whole = SubjectKind.valueOf(row.getString(3)) == SubjectKind.ENTERPRISE;
            earlier.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new Earlier(
                            row.getString(2),
                            whole ? null : row.getString(4),
                            row.getLong(5),
                            row.getInt(6) == day.getYear()));
        });
        return earlier;
    }
}
