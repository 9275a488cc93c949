package org.diaodu.bulletin.check;

/** A rank and the places won give the rank before, which is at least 1. */
final class Ranks implements Rule {

    @Override
    public void find(Passage passage, Findings findings) {
        for (Figure change : passage.figures()) {
            Figure rank = change.about();
            if (change.role() != Role.RANK_CHANGE || rank == null || rank.role() != Role.RANK) {
                continue;
            }
            Figure earlier = rank.about();
            if (earlier != null && earlier.role() == Role.RANK) {
                findings.compare(
                        "提高位次＝前期位次－位次",
                        earlier.printed().text() + "-" + rank.printed().text(),
                        Computed.of(v -> v[0] - v[1], earlier.printed(), rank.printed()),
                        change,
                        earlier,
                        rank);
                continue;
            }
            Computed before = Computed.of(v -> v[0] + v[1], rank.printed(), change.printed());
            String expression = rank.printed().text()
                    + (change.value() < 0 ? "" : "+")
                    + change.printed().text();
            if (before.value() < 1) {
                findings.impossible("前期位次＝位次＋提高位次", expression, before, "位", "位次不可能小于1", rank, change);
            } else {
                findings.implied("前期位次＝位次＋提高位次", expression, before, "位", "", rank, change);
            }
        }
    }
}
