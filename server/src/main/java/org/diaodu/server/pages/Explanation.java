package org.diaodu.server.pages;

import java.io.Serializable;

/**
 * What an exception says to the person who met it.
 *
 * @param status HTTP status of the answer
 * @param code stable code of the message
 */
public record Explanation(int status, String code, String zh, String en) implements Serializable {

    /** The one line that logs show. */
    public String line() {
        return code + " " + zh + " / " + en;
    }
}
