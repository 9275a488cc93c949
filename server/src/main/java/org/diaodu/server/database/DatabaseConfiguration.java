package org.diaodu.server.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded server, or the one named by {@code diaodu.database.url}, and the pool to work with it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Database database(DatabaseOpening opening) {
        return opening.database();
    }

    /** What the platform works with. */
    @Bean(destroyMethod = "close")
    DataSource dataSource(Database database) {
        var pool = new HikariDataSource();
        pool.setPoolName("work");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(24);
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", WritesElsewhere.THIS_PLATFORM);
        return pool;
    }
}
