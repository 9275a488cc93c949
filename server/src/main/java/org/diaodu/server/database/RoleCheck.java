package org.diaodu.server.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Refuses to start with a database role for which row level security would not hold. */
final class RoleCheck {

    private RoleCheck() {}

    static void refuseExemptRole(Database database) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            if (row.next() && row.getBoolean(1)) {
                throw new DatabaseUnavailable(
                        "数据库角色 " + database.user() + " 不受行级安全约束，平台拒绝启动",
                        "The database role " + database.user() + " is exempt from row level security. Maybe: "
                                + "alter role " + database.user() + " nosuperuser nobypassrls.");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "无法连接数据库 " + database.url() + "：" + e.getMessage(),
                    "The database at " + database.url() + " cannot be reached as " + database.user() + ": "
                            + e.getMessage() + ". Maybe it is not running, or name or password is wrong.",
                    e);
        }
    }
}
