package org.diaodu.server.targets;

import java.util.Map;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The targets the caller sees, as a list: the region's own before those below it, those due first unless somebody asks otherwise. */
@Component
public class TargetList extends Listing<TargetFilter, Target> {

    private static final String COUNT = "select count(*) " + TargetRows.FROM + "{where}";
    private static final String LINES = TargetRows.SELECT + "{where} {order} {page}";
    private static final String OPEN = "t.state in ('PROPOSED', 'ACCEPTED', 'TRACKED')";

    private static final Orders ORDERS = Orders.usually("due", "t.due")
            .or("indicator", "t.indicator")
            .or("region", "t.region")
            .or("kind", "t.kind")
            .or("state", "array_position(array['PROPOSED','ACCEPTED','TRACKED','MET','MISSED','WITHDRAWN','REPLACED'], t.state)")
            .or("light", "array_position(array['红','橙','黄','绿',''], coalesce(s.light, ''))")
            .or("percent", "s.percent")
            .ending(" nulls last, t.region, t.id", " desc nulls last, t.region, t.id");

    TargetList(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, ORDERS);
    }

    @Override
    protected Conditions conditions(TargetFilter filter) {
        return new Conditions()
                .search("""
                        t.indicator ilike '%' || :pattern || '%' or t.quote ilike '%' || :pattern || '%'
                        or t.document ilike '%' || :pattern || '%'""", filter.text())
                .begins("t.region", filter.region())
                .is("t.kind", filter.kind())
                .is("t.member_unit", filter.owner(), Map.of("GOVERNMENT", "t.member_unit is null"))
                .is("s.light", filter.light(), Map.of("NONE", "coalesce(s.light, '') = ''"))
                .is("t.state", filter.state(), Map.of("OPEN", OPEN))
                .where("extract(year from t.due)::text = :year", "year", filter.year())
                .where(!filter.whole().isEmpty(), "t.parent_id is null");
    }

    @Override
    protected RowMapper<Target> reader() {
        return TargetRows::target;
    }
}
