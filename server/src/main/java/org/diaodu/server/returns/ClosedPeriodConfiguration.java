package org.diaodu.server.returns;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Turns the database's own word that a period is closed into one that a page can tell. */
@Configuration(proxyBeanMethods = false)
class ClosedPeriodConfiguration {

    @Bean
    SQLExceptionTranslator closedPeriods(DataSource source) {
        return new SQLErrorCodeSQLExceptionTranslator(source) {
            @Override
            protected @Nullable DataAccessException customTranslate(
                    String task, @Nullable String sql, SQLException failure) {
                return ClosedPeriod.SQL_STATE.equals(failure.getSQLState()) ? new ClosedPeriod(failure) : null;
            }
        };
    }
}
