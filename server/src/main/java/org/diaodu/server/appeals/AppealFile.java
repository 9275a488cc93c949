package org.diaodu.server.appeals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.appeals.clock.Escalation;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.Hanging;

/**
 * An appeal as it lies on somebody's desk.
 *
 * @param timeline what happened, oldest first
 * @param files what hangs on its rows, by row
 * @param reading what the clock says now
 * @param escalations the measures taken because a term was missed, oldest first
 * @param possible the steps this person may take now
 * @param mayRate whether this person may say that the enterprise is satisfied
 * @param above the open member units it may go to, the nearest first
 */
public record AppealFile(
        Appeal one,
        List<AppealEntry> timeline,
        Map<Long, Hanging> files,
        Reading reading,
        List<Escalation> escalations,
        Set<Step> possible,
        boolean mayAskHelpers,
        boolean mayNote,
        boolean mayRate,
        List<MemberUnit> above) {}
