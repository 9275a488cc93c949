package org.diaodu.server.returns;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.function.SingletonSupplier;

/** Turns the database's own word that a period is closed into one that a page can tell. */
@Configuration(proxyBeanMethods = false)
class ClosedPeriodConfiguration {

    @Bean
    SQLExceptionTranslator closedPeriods() {
        var translator = SingletonSupplier.of(ClosedPeriodConfiguration::translator); // reads a file, once needed
        return (task, sql, failure) -> translator.obtain().translate(task, sql, failure);
    }

    private static SQLExceptionTranslator translator() {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL") {
            @Override
            protected @Nullable DataAccessException customTranslate(
                    String task, @Nullable String sql, SQLException failure) {
                return ClosedPeriod.SQL_STATE.equals(failure.getSQLState()) ? new ClosedPeriod(failure) : null;
            }
        };
    }
}
