package org.diaodu.server.database;

/**
 * Where the rows are: addresses and credentials of the two roles.
 *
 * @param url JDBC address
 * @param user the application's role, never a superuser, never exempt from row level security
 * @param ownerUser the role that owns the tables and migrates them
 */
public record Database(String url, String user, String password, String ownerUser, String ownerPassword) {

    @Override
    public String toString() {
        return "Database[" + url + " as " + user + "]";
    }
}
