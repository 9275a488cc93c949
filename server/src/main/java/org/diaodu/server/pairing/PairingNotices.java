package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells leaders what came to them, and enterprises what was explained to them. */
@Component
class PairingNotices {

    private final Notices notices;
    private final Addressees addressees;

    PairingNotices(Notices notices, Addressees addressees) {
        this.notices = notices;
        this.addressees = addressees;
    }

    /** So many enterprises were given to a leader from a day on. */
    void paired(Leader leader, long count, LocalDate day) {
        Long account = leader.account();
        if (account == null) return;
        notices.tell(
                List.of(account),
                new Telling(
                        "pairing/" + leader.id() + "/" + day + "/" + leader.enterprises() + "+" + count,
                        "pairing",
                        "新包联企业 " + count + " 家，自 " + day + " 起 / " + count + " enterprises to look after from " + day,
                        "",
                        "/pairing/mine"));
    }

    void explained(long enterprise, long explanation, String title) {
        notices.tell(
                addressees.ofEnterprise(enterprise),
                new Telling(
                        "pairing/explanation/" + explanation,
                        "pairing",
                        "政策解读：" + title + " / A policy explained to you",
                        "",
                        "/pairing/ours"));
    }
}
