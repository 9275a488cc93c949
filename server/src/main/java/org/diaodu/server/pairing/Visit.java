package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.List;

/** A visit as logged, with what is to come of it. */
public record Visit(
        long id,
        LocalDate day,
        String leader,
        String met,
        String notes,
        String loggedByName,
        List<FollowUp> followUps) {

    public Visit {
        followUps = List.copyOf(followUps);
    }

    public long open() {
        return followUps.stream().filter(one -> !one.isDone()).count();
    }
}
