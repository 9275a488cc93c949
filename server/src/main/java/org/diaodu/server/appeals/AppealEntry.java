package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.Set;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.AppealEvent;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.appeals.clock.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A row of an appeal's timeline.
 *
 * @param kind a {@link Step}, or one of the kinds named here, of which the clock knows nothing
 * @param actor sign-in name, {@code actorName} as others read it, {@code actorUnit} for whom
 * @param level of the unit, where it was raised
 * @param unit to whom it went, where it was raised, rerouted, reopened or given; who is proposed in a dispute
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
    /** What a meeting of the task force decided about it. */
    public static final String MEETING = "MEETING";
    /** Somebody in charge reminded the unit. */
    public static final String REMINDED = "REMINDED";
    /** Somebody in charge supervises it. */
    public static final String SUPERVISED = "SUPERVISED";
    /** Somebody in charge gave it to another unit; the time the enterprise waits does not begin again. */
    public static final String GIVEN = "GIVEN";

    private static final Set<String> BESIDE = Set.of(HELPERS, NOTE, RATED, MEETING, REMINDED, SUPERVISED, GIVEN);
    private static final Set<String> AMONG_UNITS =
            Set.of(NOTE, MEETING, REMINDED, SUPERVISED, GIVEN, Step.DISPUTED.name(), Step.REROUTED.name());

    /** Whether the clock reads it. */
    boolean isStep() {
        return !BESIDE.contains(kind);
    }

    /** Whether the enterprise reads its words; what units say among themselves stays with them. */
    public boolean isForEnterprise() {
        return !AMONG_UNITS.contains(kind);
    }

    /** Whether a unit came to have it. */
    boolean goesToUnit() {
        return unit != null
                && (kind.equals(Step.RAISED.name())
                        || kind.equals(Step.REROUTED.name())
                        || kind.equals(Step.REOPENED.name())
                        || kind.equals(GIVEN));
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
