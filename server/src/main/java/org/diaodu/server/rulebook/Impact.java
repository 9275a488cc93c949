package org.diaodu.server.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft changes among the enterprises it judges.
 *
 * @param population null where none is bound to the rule: then there is nothing else
 * @param enterprises how many were judged
 * @param moves from which answer to which, the most enterprises first
 * @param totals how many each answer has before and after
 * @param changed the enterprises that change, at most {@link Impacts#MOST}
 */
public record Impact(
        @Nullable Population population,
        int enterprises,
        int changes,
        List<Move> moves,
        List<Total> totals,
        List<Changed> changed) {

    static final Impact UNBOUND = new Impact(null, 0, 0, List.of(), List.of(), List.of());

    public record Move(String from, String to, int enterprises) {}

    public record Total(String answer, int before, int after) {}

    public record Changed(long id, String name, String region, String values, String from, String to) {}
}
