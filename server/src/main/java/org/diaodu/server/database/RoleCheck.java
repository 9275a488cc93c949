package org.diaodu.server.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses to start with a database role for which row level security would not hold. */
final class RoleCheck {

    void refuseExemptRole(Database database, DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            if (row.next() && row.getBoolean(1)) {
                throw new DatabaseUnavailable(
                        "数据库角色 " + database.user() + " 不受行级安全约束，平台拒绝启动",
                        "The database role " + database.user() + " is exempt from row level security. Maybe: "
                                + "alter role " + database.user() + " nosuperuser nobypassrls.");
            }
        }
    }
}
