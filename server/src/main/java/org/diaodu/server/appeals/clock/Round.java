package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.util.List;
import org.diaodu.server.access.Unit;

/**
 * One round of an appeal as the clock has it: from its raising or reopening until it is resolved, reopened or withdrawn.
 *
 * @param number from 1
 * @param dues in the order in which they began; a unit the appeal was passed on to has a {@link Term#VERIFY} of its own
 * @param escalations those that have happened, by their moment
 */
public record Round(
        int number,
        Unit.Level level,
        Urgency urgency,
        LocalDateTime began,
        AppealState state,
        List<Due> dues,
        List<Pause> pauses,
        List<Escalation> escalations) {}
