package org.diaodu.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database's roles: the superuser makes the other two once; neither of those can leave row level security. */
final class Roles {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "diaodu_owner";
    static final String APPLICATION = "diaodu";

    private Roles() {}

    static boolean answers(int port, Secrets secrets) {
        try (var connection = connect(port, "postgres", secrets)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes roles and database when they are not there; safe to repeat after a crash in the middle. */
    static void prepare(int port, Secrets secrets) {
        try (var connection = connect(port, "postgres", secrets);
                Statement statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = 'diaodu'")) {
                if (found.next()) return;
            }
            role(statement, OWNER, secrets.owner());
            role(statement, APPLICATION, secrets.application());
            statement.execute("create database diaodu owner " + OWNER);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("无法初始化数据库角色", "Could not prepare the database's roles: " + e.getMessage(), e);
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        try (var found = statement.executeQuery("select from pg_roles where rolname = '" + name + "'")) {
            if (found.next()) return;
        }
        statement.execute("create role " + name + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                + password + "'");
    }

    private static Connection connect(int port, String database, Secrets secrets) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, secrets.superuser());
    }
}
