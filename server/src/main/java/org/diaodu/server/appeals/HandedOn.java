package org.diaodu.server.appeals;

import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;

/** Somebody else looks after the enterprise by now (409): nothing was raised, and what was typed is shown again. */
public final class HandedOn extends RuntimeException implements Explained {

    private final Explanation explanation;
    private final Appeal.Raiser raiser;

    HandedOn(Appeal.Raiser raiser) {
        var said = new Explanation(
                409,
                "AP32",
                raiser.name() + "已不由您包联，这次没有提交。所写的可以转告企业或现在的包联人；之前提交过的不受影响，由企业和现在的包联人跟进。",
                "You no longer look after " + raiser.name() + "; this was not sent. Maybe tell the"
                        + " enterprise or whoever looks after it now. What was sent before stands and is followed by them.");
        super(said.line());
        this.explanation = said;
        this.raiser = raiser;
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }

    /** For whom it was to be raised. */
    public Appeal.Raiser raiser() {
        return raiser;
    }
}
