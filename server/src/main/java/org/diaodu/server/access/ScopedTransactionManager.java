package org.diaodu.server.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.diaodu.server.database.Writes;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tells PostgreSQL, at the begin of every transaction, who acts, which rows they may touch and what day it is; row level
 * security does the rest. Without a transaction nothing is told, and nothing is visible.
 */
final class ScopedTransactionManager extends JdbcTransactionManager {

    private static final String SET_SCOPE = """
            select set_config('diaodu.unit_prefix', ?, true),
                   set_config('diaodu.enterprise', ?, true),
                   set_config('diaodu.user', ?, true),
                   set_config('diaodu.region', ?, true),
                   set_config('diaodu.security_prefix', ?, true),
                   set_config('diaodu.audit_prefix', ?, true),
                   set_config('diaodu.member_unit', ?, true),
                   set_config('diaodu.business_date', ?, true)
            """;

    private final String businessDate;

    /**
     * @param businessDate the day that is configured for the platform to live on; "" for none
     */
    ScopedTransactionManager(DataSource source, String businessDate) {
        super(source);
        this.businessDate = businessDate;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        List<String> written = status.isReadOnly() ? List.of() : written(status);
        try {
            super.doCommit(status);
        } finally {
            Writes.committed(written);
        }
    }

    private List<String> written(DefaultTransactionStatus status) {
        try {
            return Writes.of(((JdbcTransactionObjectSupport) status.getTransaction())
                    .getConnectionHolder()
                    .getConnection());
        } catch (SQLException e) {
            throw translateException("what was written", e);
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Caller caller = Callers.current();
        Long enterprise = caller.scope().enterpriseId();
        try (var statement = connection.prepareStatement(SET_SCOPE)) {
            statement.setString(1, caller.scope().regionPrefix());
            statement.setString(2, enterprise == null ? "" : enterprise.toString());
            statement.setString(3, "" + caller.userId());
            statement.setString(4, caller.unit() == null ? "" : caller.unit().code());
            statement.setString(5, caller.prefixAs(Role.SECURITY_ADMIN));
            statement.setString(6, caller.prefixAs(Role.AUDIT_ADMIN));
            statement.setString(7, caller.memberUnit() == null ? "" : caller.memberUnit());
            statement.setString(8, businessDate);
            statement.execute();
        }
    }
}
