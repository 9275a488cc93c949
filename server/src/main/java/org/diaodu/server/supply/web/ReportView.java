package org.diaodu.server.supply.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diaodu.server.attachments.Hanging;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.supply.Letter;
import org.diaodu.server.supply.Report;
import org.diaodu.server.supply.SupplyEvent;
import org.diaodu.server.supply.Verb;
import org.diaodu.server.whitelist.WhiteListEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a report's page shows.
 *
 * @param own whether it is the clerk's own enterprise
 * @param entry its entry on the white list of logistics, where its transport is blocked and it has one
 * @param stale the version the caller had, when somebody changed it meanwhile
 * @param refused why a step was not possible
 */
public record ReportView(
        Report report,
        List<SupplyEvent> timeline,
        List<Letter> letters,
        Hanging files,
        Set<Verb> verbs,
        boolean own,
        @Nullable WhiteListEntry entry,
        Instant now,
        Typed typed,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    /** The last step, to be told to whom it overtook. */
    public SupplyEvent last() {
        return timeline.getLast();
    }

    /** What was said with the last step of a kind; "" where there was none. */
    public String lastWords(Verb verb) {
        return timeline.reversed().stream()
                .filter(event -> event.kind().equals(verb.name()))
                .map(SupplyEvent::words)
                .findFirst()
                .orElse("");
    }
}
