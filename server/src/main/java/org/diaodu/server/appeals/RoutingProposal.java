package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.server.access.Unit;

/**
 * A change of the rule on routing that disputes suggest: appeals of one region about one subject went to a line whose unit said
 * "not ours", and the task force gave them to another.
 *
 * @param region code of the enterprises' region
 * @param levels whose units the row shall name, the lowest first
 * @param before the line they went to, {@code line} the one they belong to
 * @param returns at least two, oldest first
 */
public record RoutingProposal(
        String region, Subject subject, List<Unit.Level> levels, String before, String line, List<Return> returns) {

    /**
     * One dispute and how it was settled.
     *
     * @param event the row of the timeline that settled it
     * @param from name of the unit that had the appeal, {@code to} of the one that got it
     * @param why what the unit said
     */
    public record Return(
            long event, String number, String enterprise, LocalDateTime at, String from, String to, String why) {}

    /** What a form sends for it: the rows it comes from. */
    public String key() {
        return returns.stream().map(one -> "" + one.event()).collect(Collectors.joining("-"));
    }

    /** The levels as the rule and people call them. */
    public String levelsZh() {
        return levels.stream().map(Unit.Level::zh).collect(Collectors.joining("、"));
    }
}
