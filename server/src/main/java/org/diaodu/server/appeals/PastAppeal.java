package org.diaodu.server.appeals;

import java.util.List;
import java.util.function.Supplier;

/**
 * An appeal of the past to be loaded with its timeline.
 *
 * @param raised who raised it and when
 * @param passedOnBy name and post of who raised it for the enterprise; "" where it did so itself
 * @param files what came with it
 * @param rows what happened afterwards, oldest first
 */
public record PastAppeal(
        long enterpriseId, AppealForm form, Signed raised, String passedOnBy, List<File> files, List<Row> rows) {

    /** One the enterprise raised itself, without files. */
    public PastAppeal(long enterpriseId, AppealForm form, Signed raised, List<Row> rows) {
        this(enterpriseId, form, raised, "", List.of(), rows);
    }

    /**
     * One row of its timeline.
     *
     * @param kind a {@link Step}, or one of the kinds of {@link AppealEntry} the clock does not read
     * @param unit code of the unit it goes to where it is rerouted, of the unit asked where another shall help; else ""
     * @param advice what helped, where it is resolved; else ""
     * @param files what came with it
     */
    public record Row(String kind, String words, String unit, String advice, List<File> files, Signed by) {

        /** One without files. */
        public Row(String kind, String words, String unit, String advice, Signed by) {
            this(kind, words, unit, advice, List.of(), by);
        }
    }

    /** A file and what makes its bytes. */
    public record File(String name, Supplier<byte[]> content) {}
}
