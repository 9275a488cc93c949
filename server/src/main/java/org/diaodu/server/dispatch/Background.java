package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.server.dispatch.OpenAppeals.OpenAppeal;

/**
 * What is known of an enterprise before a case is opened, beside its figures.
 *
 * @param trend year-on-year growth of the reporting periods up to this one, oldest first
 * @param earlier the cases before, the latest first
 * @param leader who looks after it, with the post; "" for nobody
 */
public record Background(
        List<TrendPoint> trend,
        LikelyCauses likely,
        List<EarlierCase> earlier,
        String leader,
        List<OpenAppeal> appeals) {

    static final Background NOTHING = new Background(List.of(), LikelyCauses.NONE, List.of(), "", List.of());
    private static final int SHOWN = 4;

    /** The end of the trend, as far as a line of a table has room. */
    public List<TrendPoint> latest() {
        return trend.subList(Math.max(0, trend.size() - SHOWN), trend.size());
    }
}
