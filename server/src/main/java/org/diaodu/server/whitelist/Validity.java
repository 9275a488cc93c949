package org.diaodu.server.whitelist;

import java.time.LocalDate;

/** The days on which something holds, first and last included. */
public record Validity(LocalDate from, LocalDate until) {

    public Validity {
        if (until.isBefore(from)) throw new IllegalArgumentException(until + " is before " + from);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether all of the other lies within this. */
    public boolean covers(Validity other) {
        return covers(other.from) && covers(other.until);
    }

    public boolean isPast(LocalDate today) {
        return until.isBefore(today);
    }
}
