package org.diaodu.server.database;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The database could not be started or reached; the message says what, where and what to try, zh beside en. A start
 * that meets it ends with status 2.
 */
public final class DatabaseUnavailable extends RuntimeException implements ExitCodeGenerator {

    DatabaseUnavailable(String zh, String en) {
        super("DB01 " + zh + " / " + en);
    }

    DatabaseUnavailable(String zh, String en, Throwable cause) {
        super("DB01 " + zh + " / " + en, cause);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
