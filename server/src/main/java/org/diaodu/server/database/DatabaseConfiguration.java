package org.diaodu.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The embedded server, or the one named by {@code diaodu.database.url}; one pool for work, one connection to migrate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseHome databaseHome(DatabaseProperties properties) {
        return DatabaseHome.open(properties);
    }

    @Bean
    Database database(DatabaseHome home) {
        return home.database();
    }

    /** What the platform works with. */
    @Bean(destroyMethod = "close")
    @Primary
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
        pool.addDataSourceProperty("ApplicationName", "diaodu");
        return pool;
    }

    /** What the migrations run with. */
    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(Database database) {
        var owner = new PGSimpleDataSource();
        owner.setURL(database.url());
        owner.setUser(database.ownerUser());
        owner.setPassword(database.ownerPassword());
        return owner;
    }

    @Bean
    FlywayConfigurationCustomizer roleNames(Database database) {
        return flyway -> flyway.placeholders(Map.of("application", database.user()));
    }

    @Bean
    RoleCheck roleCheck(Database database, @Qualifier("dataSource") DataSource source) throws SQLException {
        RoleCheck check = new RoleCheck();
        check.refuseExemptRole(database, source);
        return check;
    }
}
