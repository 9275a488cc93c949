package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A meeting to be loaded.
 *
 * @param region code of the government whose task force meets
 * @param prepared who prepared it and when
 * @param chair who held and closed it and when; null while it is being prepared
 * @param red how many red cases and measures are put on its agenda, {@code appeals} how many appeals, {@code own} the titles of further ones
 * @param decided what was said and decided about the red items, from the first on, where their cases allow
 */
public record PastMeeting(
        String region,
        MeetingForm form,
        String chairName,
        Signature prepared,
        @Nullable Signature chair,
        int red,
        int appeals,
        List<String> own,
        List<Decided> decided) {

    /** Minutes of an item and the measure decided. */
    public record Decided(String minutes, MeasureForm measure) {}
}
