package org.diaodu.server.returns;

/** How a list of returns is sorted. */
public enum ReturnOrder {
    CODE("e.credit_code"),
    NAME("a.name"),
    REGION("a.region"),
    STATE("coalesce(f.state, case when x.enterprise_id is null then 'MISSING' else 'EXCUSED' end)"),
    FINDINGS("coalesce(f.unexplained, 0) * 1000 + coalesce(f.findings, 0)"),
    OUTPUT("coalesce(g.ytd_value, -1)"),
    GROWTH("coalesce(g.ytd_value / nullif(g.ytd_base, 0), 0)"),
    FILED("coalesce(f.filed_at, '-infinity')");

    private final String expression;

    ReturnOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", e.credit_code";
    }
}
