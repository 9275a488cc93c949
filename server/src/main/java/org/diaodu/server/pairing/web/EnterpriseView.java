package org.diaodu.server.pairing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.server.appeals.AppealLine;
import org.diaodu.server.attachments.Hanging;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.pairing.Explanation;
import org.diaodu.server.pairing.Leader;
import org.diaodu.server.pairing.PairedEnterprise;
import org.diaodu.server.pairing.Pairing;
import org.diaodu.server.pairing.PairingEvent;
import org.diaodu.server.pairing.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a paired enterprise shows.
 *
 * @param now the pairing that holds; null where nobody looks after it; {@code coming} the one that is to follow, if any
 * @param figures light and points of the latest period; null where it has not filed
 * @param openCase number of its open dispatch case; null for none
 * @param files what hangs on its visits, by visit
 * @param appeals those of the enterprise that the caller sees, the open ones first
 * @param mayServe whether the caller looks after it, {@code mayManage} whether the caller may change who does
 * @param form a fresh mark for the forms of this page
 * @param draft under which the browser keeps what is typed
 * @param logged the visit that was logged a moment ago; 0 for none
 * @param sent whether an explanation was sent a moment ago
 * @param fileFaults why photos of the visit were not taken
 * @param stale whether things changed under the caller's hands
 */
public record EnterpriseView(
        long id,
        String name,
        String region,
        @Nullable PairedEnterprise line,
        @Nullable Pairing now,
        @Nullable Pairing coming,
        List<Pairing> history,
        @Nullable Falling figures,
        @Nullable String openCase,
        List<Visit> visits,
        Map<Long, Hanging> files,
        List<Explanation> explanations,
        List<AppealLine> appeals,
        List<PairingEvent> timeline,
        List<Leader> leaders,
        boolean mayServe,
        boolean mayManage,
        boolean seesEnterprise,
        LocalDate today,
        String form,
        String draft,
        long logged,
        boolean sent,
        List<String> fileFaults,
        Typed typed,
        boolean stale) {

    /** Whether the caller may raise an appeal for the enterprise: they look after it, or are the dispatcher of its region. */
    public boolean mayPassOn() {
        return mayServe || (mayManage && seesEnterprise);
    }

    public long pairingNumber() {
        return now == null ? 0 : now.id();
    }
}
