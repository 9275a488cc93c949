package org.diaodu.server.supply;

/** How a list of reports is sorted. */
public enum ReportOrder {
    DUE("coalesce(r.due, timestamptz '9999-12-31')"),
    NUMBER("r.number"),
    NAME("r.enterprise_name"),
    REGION("r.region"),
    KIND("r.kind"),
    STATE(
            "array_position(array['REPORTED','RETURNED','CONFIRMED','ESCALATED','WRITTEN','REPLIED','SETTLED','WITHDRAWN'], r.state)"),
    STOCK("r.stock_days"),
    RISK("r.output_at_risk"),
    PROVINCE("r.province"),
    REPORTED("r.reported_at");

    private final String expression;

    ReportOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", r.id desc";
    }
}
