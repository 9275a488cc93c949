package org.diaodu.server.policies.clauses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clauses as a list: each by the version that holds today, else the newest published, else its draft. */
@Component
public class ClauseList extends Listing<ClauseFilter, ClauseLine> {

    private static final String STANDING = """
            with standing as (
                select distinct on (v.clause) v.*,
                       case when v.state in ('DRAFT', 'PROPOSED') then lower(v.state)
                            when v.end_asked_by is not null and v.ended_by is null then 'ending'
                            when v.valid_from > :today then 'future'
                            when v.valid_to <= :today then 'past'
                            else 'holds' end as standing,
                       coalesce((select o.state from policy_version o where o.clause = v.clause and o.id <> v.id
                                    and o.state in ('DRAFT', 'PROPOSED') limit 1), '') as open
                  from policy_version v
                 where v.state <> 'WITHDRAWN'
                 order by v.clause,
                          case when v.state = 'PUBLISHED' and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today) then 0
                               when v.state = 'PUBLISHED' then 1 else 2 end,
                          v.valid_from desc)
            """;
    private static final String COUNT = STANDING + "select count(*) from standing s {where}";
    private static final String LINES = STANDING + """
            select s.id, s.clause, s.title, s.title_en, s.reference, s.kind, s.field, s.level, s.subject, s.delivery, s.issuer,
                   s.regions, s.valid_from, s.valid_to, s.standing, s.open
              from standing s {where} {order} {page}""";

    private static final Orders ORDERS = Orders.usually(
                    "level", "array_position(array['NATION','PROVINCE','CITY','COUNTY'], s.level)")
            .or("title", "s.title collate \"C\"")
            .or("kind", "s.kind")
            .or("field", "s.field")
            .or("region", "coalesce(s.regions[1], '')")
            .or("delivery", "s.delivery")
            .or("from", "coalesce(s.valid_from, date '9999-12-31')")
            .or("state", "s.standing")
            .then("s.clause");

    private final BusinessClock clock;

    ClauseList(JdbcClient jdbc, BusinessClock clock) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.clock = clock;
    }

    /** The regions for which clauses are given, by code. */
    public List<String> regions() {
        return jdbc.sql("select distinct unnest(regions) as region from policy_version order by region")
                .query(String.class)
                .list();
    }

    @Override
    protected Conditions conditions(ClauseFilter filter) {
        return new Conditions()
                .search("""
                        s.title ilike '%' || :pattern || '%' or s.title_en ilike '%' || :pattern || '%'
                        or s.issuer ilike '%' || :pattern || '%' or s.reference ilike '%' || :pattern || '%'
                        or s.clause like :pattern || '%' or s.clause = :text""", filter.text())
                .is("s.kind", filter.kind())
                .is("s.field", filter.field())
                .is("s.level", filter.level())
                .is("s.delivery", filter.delivery())
                .where(
                        "(s.regions = '{}' or exists (select from unnest(s.regions) r where starts_with(r, :region)"
                                + " or starts_with(:region, regexp_replace(r, '(00){1,2}$', ''))))",
                        "region",
                        filter.region())
                .where(
                        filter.state().equals("draft") || filter.state().equals("proposed"),
                        "(s.standing = :state or lower(s.open) = :state)")
                .where(
                        !filter.state().isEmpty()
                                && !filter.state().equals("draft")
                                && !filter.state().equals("proposed"),
                        "s.standing = :state")
                .value("state", filter.state())
                .value("today", clock.today());
    }

    @Override
    protected RowMapper<ClauseLine> reader() {
        return ClauseList::line;
    }

    private static ClauseLine line(ResultSet row, int number) throws SQLException {
        return new ClauseLine(
                row.getLong("id"),
                row.getString("clause"),
                row.getString("title"),
                row.getString("title_en"),
                row.getString("reference"),
                new Facets(
                        row.getString("kind"),
                        row.getString("field"),
                        row.getString("level"),
                        row.getString("subject"),
                        row.getString("delivery"),
                        row.getString("issuer"),
                        List.of((String[]) row.getArray("regions").getArray())),
                row.getString("standing"),
                row.getString("open"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
