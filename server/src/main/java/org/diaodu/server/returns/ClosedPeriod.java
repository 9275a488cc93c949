package org.diaodu.server.returns;

import java.sql.SQLException;
import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;
import org.springframework.dao.DataIntegrityViolationException;

/** PostgreSQL refused to change a period that was closed meanwhile (SQLSTATE DD001, migration V042). */
public final class ClosedPeriod extends DataIntegrityViolationException implements Explained {
    static final String SQL_STATE = "DD001";

    ClosedPeriod(SQLException refusal) {
        super("a closed period was to be changed", refusal);
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                409,
                "RT46",
                "该月份刚刚已经关账，您的内容没有写入；如须更正，请申请重开（写明理由，由另一人批准）。",
                "The period has just been closed, and nothing was written. Maybe ask for it to be reopened: that takes"
                        + " a reason and a second person.");
    }
}
