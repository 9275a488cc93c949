package org.diaodu.server.whitelist;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Unit;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the white list of the past by replaying what happened to it: what could not have happened is refused. */
@Component
@Transactional
public class WhiteListLoading {

    private final EntrySteps steps;
    private final EntryRows rows;
    private final Passes passes;
    private final RuleProposals proposals;

    WhiteListLoading(EntrySteps steps, EntryRows rows, Passes passes, RuleProposals proposals) {
        this.steps = steps;
        this.rows = rows;
        this.passes = passes;
        this.proposals = proposals;
    }

    /** Enters those of these enterprises whom the rule names, and gives how many. */
    public int enter(Kind kind, Collection<Long> enterprises, Unit.Level level, Validity days, Signature by) {
        Set<Long> wanted = Set.copyOf(enterprises);
        return proposals.insert(kind, proposals.named(kind, wanted::contains), level, days, by);
    }

    /** Loads applications with their decisions and passes. */
    public void load(List<PastEntry> entries) {
        entries.forEach(this::load);
    }

    private void load(PastEntry past) {
        WhiteListEntry.Subject subject = rows.subject(
                        past.enterpriseId(), LocalDate.ofInstant(past.applied().at(), ZoneOffset.UTC))
                .orElseThrow(() -> new IllegalArgumentException(
                        "WL25 enterprise " + past.enterpriseId() + " is not in the register"));
        var wanted = new EntryRows.Wanted(subject, past.kind(), past.level(), past.grounds(), null);
        String number = steps.insert(wanted, past.applied())
                .orElseThrow(() -> new IllegalArgumentException(
                        "WL26 enterprise " + past.enterpriseId() + " has an open or valid entry"));
        for (int i = 0; i < past.steps().size(); i++) {
            PastEntry.Step step = past.steps().get(i);
            steps.replay(number, step.verb(), step.days(), step.words(), step.by());
            if (i == 0) past.passes().forEach(pass -> issue(number, pass));
        }
    }

    private void issue(String number, PastEntry.PastPass past) {
        WhiteListEntry entry = rows.lock(number);
        if (!(passes.issue(entry, past.form(), past.by()) instanceof Outcome.Done(String made))) {
            throw new IllegalArgumentException("WL27 the pass of " + past.form().plate() + " cannot be issued");
        }
        if (!past.revoked().isEmpty()) passes.revoke(entry, passes.get(made), past.revoked(), past.by());
    }
}
