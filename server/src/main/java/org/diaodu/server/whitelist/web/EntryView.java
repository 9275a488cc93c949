package org.diaodu.server.whitelist.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.whitelist.ListEvent;
import org.diaodu.server.whitelist.Pass;
import org.diaodu.server.whitelist.Verb;
import org.diaodu.server.whitelist.WhiteListEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's page shows.
 *
 * @param mayIssue whether the caller may issue and revoke passes
 * @param own whether it is the clerk's own enterprise
 * @param usualUntil the last day the form for granting proposes
 * @param key what tells a form that is sent twice
 * @param stale the version the caller had, when somebody changed it meanwhile
 * @param refused why a step was not possible
 */
public record EntryView(
        WhiteListEntry entry,
        List<ListEvent> timeline,
        List<Pass> passes,
        Set<Verb> verbs,
        boolean mayIssue,
        boolean own,
        LocalDate today,
        LocalDate usualUntil,
        String key,
        Typed typed,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    /** The last step, to be told to whom it overtook. */
    public ListEvent last() {
        return timeline.getLast();
    }

    public long validPasses() {
        return passes.stream()
                .filter(pass -> pass.standing(today) == Pass.Standing.VALID)
                .count();
    }
}
