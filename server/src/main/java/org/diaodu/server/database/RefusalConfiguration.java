package org.diaodu.server.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.function.SingletonSupplier;

/** Turns what the database refuses in its own words into what a page can tell. */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

    @Bean
    SQLExceptionTranslator refusals(ObjectProvider<Refusal> refusals) {
        var translator = SingletonSupplier.of(() -> translator(refusals)); // reads a file, once needed
        return (task, sql, failure) -> translator.obtain().translate(task, sql, failure);
    }

    private static SQLExceptionTranslator translator(ObjectProvider<Refusal> refusals) {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL") {
            @Override
            protected @Nullable DataAccessException customTranslate(
                    String task, @Nullable String sql, SQLException failure) {
                return refusals.stream()
                        .filter(refusal -> refusal.sqlState().equals(failure.getSQLState()))
                        .findFirst()
                        .map(refusal -> refusal.told().apply(failure))
                        .orElse(null);
            }
        };
    }
}
