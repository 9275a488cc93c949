package org.diaodu.server.registry;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The database's refusals, told in words. */
final class ClosedMonths {
    private static final String CLOSED = "DD001";
    private static final String UNIQUE = "23505";
    private static final String ROW_SECURITY = "42501";

    private ClosedMonths() {}

    /** The fault that a refused write shows to people; anything unknown is thrown on. */
    static Fault told(DataAccessException refusal) {
        SQLException cause = cause(refusal);
        String state = cause == null ? "" : cause.getSQLState();
        return switch (state == null ? "" : state) {
            case CLOSED ->
                new Fault(
                        "RG21",
                        "from",
                        "",
                        "该月份在本县（市、区）已经关账，变更不能在已关账月份内生效；请改为关账之后的月份，或先申请重开。",
                        "That month is closed for the county. Maybe let the change take effect later, or ask for reopening.");
            case UNIQUE ->
                new Fault(
                        "RG13",
                        "creditCode",
                        "",
                        "名录中已有该信用代码（可能在其他单位名下），请先查询。",
                        "The register has this credit code already, maybe with another unit.");
            case ROW_SECURITY -> new Fault("RG22", "region", "", "该地区不在您的单位范围内。", "That region is outside your unit.");
            default -> throw refusal;
        };
    }

    private static @Nullable SQLException cause(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
