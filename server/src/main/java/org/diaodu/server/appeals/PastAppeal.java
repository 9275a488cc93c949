package org.diaodu.server.appeals;

import java.util.List;

/**
 * An appeal of the past to be loaded with its timeline.
 *
 * @param raised who raised it and when
 * @param passedOnBy name and post of who raised it for the enterprise; "" where it did so itself
 * @param rows what happened afterwards, oldest first
 */
public record PastAppeal(long enterpriseId, AppealForm form, Signed raised, String passedOnBy, List<Row> rows) {

    /** One the enterprise raised itself. */
    public PastAppeal(long enterpriseId, AppealForm form, Signed raised, List<Row> rows) {
        this(enterpriseId, form, raised, "", rows);
    }

    /**
     * One row of its timeline.
     *
     * @param kind a {@link Step}, or one of the kinds of {@link AppealEntry} the clock does not read
     * @param unit code of the unit it goes to where it is rerouted, of the unit asked where another shall help; else ""
     * @param advice what helped, where it is resolved; else ""
     */
    public record Row(String kind, String words, String unit, String advice, Signed by) {}
}
