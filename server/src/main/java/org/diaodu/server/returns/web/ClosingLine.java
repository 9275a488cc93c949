package org.diaodu.server.returns.web;

import org.diaodu.server.access.Unit;
import org.diaodu.server.returns.Closing;
import org.diaodu.server.returns.PeriodCount;
import org.jspecify.annotations.Nullable;

/** A unit within the caller's, how far its returns are, and its closing if one stands. */
public record ClosingLine(
        Unit unit, PeriodCount count, @Nullable Closing closing, int openBelow) {

    public boolean mayClose() {
        return closing == null && count.pending() == 0 && openBelow == 0;
    }

    /** Asked for by this caller, so that somebody else must approve. */
    public boolean asked(String user) {
        return closing != null && user.equals(closing.reopenRequestedBy());
    }
}
