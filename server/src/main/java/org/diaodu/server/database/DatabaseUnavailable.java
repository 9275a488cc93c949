package org.diaodu.server.database;

/** The database could not be started or reached; the message says what, where and what to try, zh beside en. */
public final class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String zh, String en) {
        super("DB01 " + zh + " / " + en);
    }

    DatabaseUnavailable(String zh, String en, Throwable cause) {
        super("DB01 " + zh + " / " + en, cause);
    }
}
