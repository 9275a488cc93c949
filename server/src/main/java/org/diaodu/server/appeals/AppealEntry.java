package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import org.diaodu.server.access.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A row of an appeal's timeline.
 *
 * @param kind a {@link Step}, or {@link #HELPERS}, {@link #NOTE}, {@link #RATED}, of which the clock knows nothing
 * @param actor sign-in name, {@code actorName} as others read it, {@code actorUnit} for whom
 * @param level of the unit, where it was raised
 * @param unit to whom it went, where it was raised, rerouted or reopened; who is proposed in a dispute
 */
public record AppealEntry(
        long id,
        int round,
        LocalDateTime at,
        String kind,
        String actor,
        String actorName,
        String actorUnit,
        String words,
        Unit.@Nullable Level level,
        @Nullable String unit) {

    /** Other units were asked to help. */
    public static final String HELPERS = "HELPERS";
    /** A unit that helps says what it did. */
    public static final String NOTE = "NOTE";
    /** The enterprise is satisfied. */
    public static final String RATED = "RATED";

    /** Whether the clock reads it. */
    boolean isStep() {
        return !kind.equals(HELPERS) && !kind.equals(NOTE) && !kind.equals(RATED);
    }

    /** Whether the enterprise reads its words; what units say among themselves stays with them. */
    public boolean isForEnterprise() {
        return !kind.equals(NOTE) && !kind.equals(Step.DISPUTED.name()) && !kind.equals(Step.REROUTED.name());
    }

    /** What happened, as the clock reads it. */
    AppealEvent event(Urgency urgency) {
        return switch (Step.valueOf(kind)) {
            case RAISED -> new AppealEvent.Raised(at, level == null ? Unit.Level.COUNTY : level, urgency);
            case TAKEN -> new AppealEvent.Taken(at);
            case DISPUTED -> new AppealEvent.Disputed(at, words);
            case REROUTED -> new AppealEvent.Rerouted(at, unit == null ? "" : unit);
            case REPLIED -> new AppealEvent.Replied(at, words);
            case ASKED -> new AppealEvent.Asked(at, words);
            case ANSWERED -> new AppealEvent.Answered(at, words);
            case EXTENSION_ASKED -> new AppealEvent.ExtensionAsked(at, actor, words);
            case EXTENSION_APPROVED -> new AppealEvent.ExtensionApproved(at, actor);
            case EXTENSION_REFUSED -> new AppealEvent.ExtensionRefused(at, actor);
            case RESOLVED -> new AppealEvent.Resolved(at, words);
            case CLOSED -> new AppealEvent.Closed(at);
            case REOPENED -> new AppealEvent.Reopened(at, words);
            case WITHDRAWN -> new AppealEvent.Withdrawn(at);
        };
    }
}
