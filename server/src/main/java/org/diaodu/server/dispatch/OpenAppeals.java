package org.diaodu.server.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What enterprises have asked for and still wait for, as the room of appeals tells it. */
public interface OpenAppeals {

    /**
     * An open appeal.
     *
     * @param subjectZh what it is about, {@code subjectEn} likewise
     * @param likely the cause of a fall it points to
     */
    record OpenAppeal(String number, String subjectZh, String subjectEn, String gist, boolean overdue, Cause likely) {}

    /** By enterprise, the latest first, as far as the caller sees them. */
    Map<Long, List<OpenAppeal>> of(Collection<Long> enterprises);
}
