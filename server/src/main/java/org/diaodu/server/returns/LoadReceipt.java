package org.diaodu.server.returns;

import org.diaodu.standards.Period;

/** What a batch of returns did: new returns, new versions of returns that stood, and returns that said nothing new. */
public record LoadReceipt(Period period, int filed, int changed, int unchanged, long figures) {

    LoadReceipt plus(LoadReceipt other) {
        return new LoadReceipt(
                period,
                filed + other.filed,
                changed + other.changed,
                unchanged + other.unchanged,
                figures + other.figures);
    }

    static LoadReceipt none(Period period) {
        return new LoadReceipt(period, 0, 0, 0, 0);
    }
}
