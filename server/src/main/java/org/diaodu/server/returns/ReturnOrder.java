package org.diaodu.server.returns;

import java.util.Arrays;

/** How a list of returns is sorted. */
public enum ReturnOrder {
    CODE("code", "e.credit_code"),
    NAME("name", "a.name"),
    REGION("region", "a.region"),
    STATE("state", "coalesce(f.state, case when x.enterprise_id is null then 'MISSING' else 'EXCUSED' end)"),
    FINDINGS("findings", "coalesce(f.unexplained, 0) * 1000 + coalesce(f.findings, 0)"),
    OUTPUT("output", "coalesce(g.ytd_value, -1)"),
    GROWTH("growth", "coalesce(g.ytd_value / nullif(g.ytd_base, 0), 0)"),
    FILED("filed", "coalesce(f.filed_at, '-infinity')");

    private final String parameter;
    private final String expression;

    ReturnOrder(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", e.credit_code";
    }

    /** The order named in an address; by credit code for anything else. */
    public static ReturnOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(CODE);
    }
}
