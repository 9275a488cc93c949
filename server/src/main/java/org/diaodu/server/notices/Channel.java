package org.diaodu.server.notices;

import java.time.Instant;

/**
 * Where an account's notices also go.
 *
 * @param address a mail address, or the https address of a chat's robot
 * @param collectedAt when it was last looked whether there is something to send
 */
public record Channel(long id, long account, Kind kind, String address, Instant collectedAt) {

    /** How a channel is written to. */
    public enum Kind {
        /** One mail a working day with what is unread. */
        MAIL,
        /** A message at once, in the form DingTalk's and WeCom's robots accept. */
        WEBHOOK
    }
}
