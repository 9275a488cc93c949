package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;

/**
 * The closed form for all subjects at once, as one statement for DuckDB over a long table (subject, clause, project,
 * amount_fen) and a table whose column {@code subject} names those that were paid earlier. It gives the same amounts as
 * {@link BestBundle} for every subject it answers, and says which it does not answer: those with supplements, earlier
 * payments, overlapping groups or permissions that matter to them, a ceiling that binds or is their own, or claims that
 * {@link BestBundle} would refuse.
 *
 * <p>The result, in no order: subject, clause, project, amount_fen, {@code closed}, and, where it is closed, paid_fen and
 * {@code lost_to}, the id of the candidate it gives way to in its group.
 */
public final class BundleSql {

    private final List<Object> values = new ArrayList<>();
    private final String laws;

    private BundleSql(StackingLaws laws) {
        List<List<Object>> grants = laws.grants().stream()
                .map(grant -> List.<Object>of(
                        grant.clause(),
                        grant.priority(),
                        grant.frequency() == Frequency.ONCE,
                        laws.supplement(grant.clause()) != null))
                .toList();
        List<List<Object>> members = new ArrayList<>();
        for (ExclusionGroup group : laws.groups()) {
            for (String clause : group.clauses()) {
                members.add(List.of(clause, group.name(), group.rule().name(), group.scope() == Scope.PROJECT));
            }
        }
        List<List<Object>> permissions = laws.permissions().stream()
                .map(permission -> List.<Object>of(permission.one(), permission.other()))
                .toList();
        List<List<Object>> ceilings = new ArrayList<>();
        for (Ceiling ceiling : laws.ceilings()) {
            for (String clause : ceiling.clauses()) {
                ceilings.add(List.of(clause, ceiling.name(), ceiling.limitFen() == null ? -1 : ceiling.limitFen()));
            }
        }
        this.laws = String.join(
                ",\n",
                table("grants(clause, priority, once, supplement)", "VARCHAR, INTEGER, BOOLEAN, BOOLEAN", grants),
                table("members(clause, grp, rule, per_project)", "VARCHAR, VARCHAR, VARCHAR, BOOLEAN", members),
                table("permissions(one, other)", "VARCHAR, VARCHAR", permissions),
                table("ceilings(clause, ceiling, limit_fen)", "VARCHAR, VARCHAR, BIGINT", ceilings));
    }

    public static BundleSql of(StackingLaws laws) {
        return new BundleSql(laws);
    }

    /** The statement; both tables are named by the program, never by a user. */
    public String over(String claims, String earlier) {
        return """
            WITH %s,
            claimed AS MATERIALIZED (
              SELECT row_number() OVER () AS n, c.subject, c.clause, c.project, c.amount_fen, g.priority, g.once,
                     c.clause || coalesce('@' || c.project, '') AS id,
                     g.supplement IS NOT FALSE OR c.amount_fen IS NULL OR c.amount_fen NOT BETWEEN 1 AND %d AS alone
              FROM %s AS c LEFT JOIN grants AS g USING (clause)),
            grouped AS MATERIALIZED (
              SELECT c.n, c.subject, c.clause, m.grp, m.rule, CASE WHEN m.per_project THEN c.project END AS scope
              FROM claimed AS c JOIN members AS m USING (clause)
              QUALIFY count(*) OVER (PARTITION BY c.subject, m.grp, scope) > 1),
            joined AS (
              SELECT c.*, g.grp, g.rule, g.scope, count(*) OVER (PARTITION BY c.n) AS copies
              FROM claimed AS c LEFT JOIN grouped AS g USING (n)),
            chosen AS MATERIALIZED (
              SELECT *,
                CASE WHEN grp IS NULL THEN amount_fen
                     WHEN rule = 'TOP_UP' THEN greatest(0, least(amount_fen, max(amount_fen) OVER shared - coalesce(
                       sum(amount_fen) OVER (filling ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)))::BIGINT
                     WHEN row_number() OVER ranking = 1 THEN amount_fen
                     ELSE 0 END AS paid,
                CASE WHEN grp IS NOT NULL AND rule <> 'TOP_UP' AND row_number() OVER ranking > 1
                     THEN first_value(id) OVER ranking END AS winner
              FROM joined
              WINDOW shared AS (PARTITION BY subject, grp, scope),
                     filling AS (PARTITION BY subject, grp, scope ORDER BY priority, id),
                     ranking AS (PARTITION BY subject, grp, scope ORDER BY amount_fen DESC, priority, id)),
            others AS (
              SELECT subject FROM chosen WHERE alone OR copies > 1
              UNION SELECT subject FROM claimed GROUP BY subject, id HAVING count(*) > 1
              UNION SELECT subject FROM claimed WHERE once GROUP BY subject, clause HAVING count(*) > 1
              UNION SELECT a.subject FROM grouped AS a
                    JOIN permissions AS p ON p.one = a.clause
                    JOIN grouped AS b ON b.subject = a.subject AND b.grp = a.grp AND b.clause = p.other AND b.n <> a.n
                     AND b.scope IS NOT DISTINCT FROM a.scope
              UNION SELECT c.subject FROM chosen AS c JOIN ceilings AS l USING (clause)
                    GROUP BY c.subject, l.ceiling, l.limit_fen HAVING sum(c.paid) > l.limit_fen
              UNION SELECT subject FROM %s)
            SELECT c.subject, c.clause, c.project, c.amount_fen, o.subject IS NULL AS closed,
                   CASE WHEN o.subject IS NULL THEN c.paid END AS paid_fen,
                   CASE WHEN o.subject IS NULL THEN c.winner END AS lost_to
            FROM chosen AS c LEFT JOIN others AS o USING (subject)
            QUALIFY row_number() OVER (PARTITION BY c.n) = 1
            """.formatted(laws, Candidate.MOST, claims, earlier);
    }

    /** The values to bind. */
    public List<Object> values() {
        return Collections.unmodifiableList(values);
    }

    private String table(String head, String types, List<List<Object>> rows) {
        List<String> columns = List.of(types.split(", "));
        String row = columns.stream().map(type -> "?::" + type).collect(Collectors.joining(", ", "(", ")"));
        rows.forEach(values::addAll);
        String body = rows.isEmpty()
                ? columns.stream()
                        .map(type -> "NULL::" + type)
                        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"))
                : "VALUES " + String.join(", ", Collections.nCopies(rows.size(), row));
        return head + " AS (" + body + ")";
    }
}
