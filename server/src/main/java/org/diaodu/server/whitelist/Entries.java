package org.diaodu.server.whitelist;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads entries with their timelines, as far as the caller sees them. */
@Component
@Transactional(readOnly = true)
public class Entries {

    private final EntryRows rows;
    private final EntryTimeline timeline;

    Entries(EntryRows rows, EntryTimeline timeline) {
        this.rows = rows;
        this.timeline = timeline;
    }

    /** The entry of this number, or a page that says there is none. */
    public WhiteListEntry get(String number) {
        return rows.find(number).orElseThrow(() -> EntryRows.notThere(number));
    }

    /** What happened, oldest first. */
    public List<ListEvent> timeline(WhiteListEntry entry) {
        return timeline.of(entry);
    }

    /** Every entry of the clerk's own enterprise, the latest first. */
    public List<WhiteListEntry> mine() {
        Caller caller = Callers.current();
        return caller.enterpriseId() == null
                ? List.of()
                : rows.ofEnterprise(Objects.requireNonNull(caller.enterpriseId()));
    }

    /** The open or valid entry of an enterprise, as far as the caller sees it; empty where it has none. */
    public Optional<WhiteListEntry> current(long enterprise, Kind kind) {
        return rows.ofEnterprise(enterprise).stream()
                .filter(entry ->
                        entry.kind() == kind && !entry.state().possible().isEmpty())
                .findFirst();
    }

    /** The verbs the caller may do to the entry as it stands. */
    public Set<Verb> possible(WhiteListEntry entry) {
        Caller caller = Callers.current();
        boolean may = WhiteListRights.mayDecide(caller, entry) && !entry.state().waitsForAnybodyBut(caller.name());
        return may ? entry.state().possible() : EnumSet.noneOf(Verb.class);
    }
}
