package org.diaodu.server.policies.clauses;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells the second person that something waits, and the first what became of it, in the step's own transaction. */
@Component
class ClauseNews {

    private final Notices notices;
    private final Addressees addressees;

    ClauseNews(Notices notices, Addressees addressees) {
        this.notices = notices;
        this.addressees = addressees;
    }

    /** To the other policy officers of the unit, and those of the one above. */
    void waits(ClauseVersion version, String what, String words) {
        Set<Long> others = new LinkedHashSet<>(addressees.inCharge(Role.POLICY, List.of(version.home())));
        others.addAll(addressees.inCharge(Role.POLICY, List.of(above(version.home()))));
        others.remove(Callers.current().userId());
        notices.tell(others, telling(version, what, words));
    }

    /** To whoever proposed it or asked for it. */
    void answered(ClauseVersion version, String what, String words) {
        String first = version.hands().endAskedBy() != null
                ? version.hands().endAskedBy()
                : version.hands().proposedBy();
        if (first != null && !first.equals(Callers.current().name())) {
            notices.tell(addressees.named(first), telling(version, what, words));
        }
    }

    private static Telling telling(ClauseVersion version, String what, String words) {
        return new Telling(
                "policy/" + version.id() + "/" + version.rowVersion() + "/" + what,
                "policy",
                "政策条款“" + version.text().title() + "”：" + what,
                words,
                "/policies/clauses/" + version.clause() + "?version=" + version.id());
    }

    private static String above(String home) {
        return home.endsWith("00") ? home.substring(0, 2) + "0000" : home.substring(0, 4) + "00";
    }
}
