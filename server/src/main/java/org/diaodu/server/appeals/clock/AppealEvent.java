package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import org.diaodu.server.access.Unit;

/**
 * Something that happened to an appeal; its timeline is a list of these to which only more are added. Times are those of
 * Beijing. A text or name that is not known is empty.
 */
public sealed interface AppealEvent {

    LocalDateTime at();

    /** The enterprise raised it, and it came to a unit of this level. */
    record Raised(LocalDateTime at, Unit.Level level, Urgency urgency) implements AppealEvent {}

    /** The unit verified it and took it. */
    record Taken(LocalDateTime at) implements AppealEvent {}

    /** "Not ours": the unit disputes that the appeal is its job. */
    record Disputed(LocalDateTime at, String reason) implements AppealEvent {}

    /** The dispute is settled: the appeal goes to this unit, perhaps the one that disputed it. */
    record Rerouted(LocalDateTime at, String unit) implements AppealEvent {}

    /** The enterprise was told what will be done. */
    record Replied(LocalDateTime at, String text) implements AppealEvent {}

    /** The enterprise was asked for something; the clock stands. */
    record Asked(LocalDateTime at, String question) implements AppealEvent {}

    /** The enterprise gave it, or the question was taken back; the clock runs again. */
    record Answered(LocalDateTime at, String text) implements AppealEvent {}

    record ExtensionAsked(LocalDateTime at, String by, String reason) implements AppealEvent {}

    record ExtensionApproved(LocalDateTime at, String by) implements AppealEvent {}

    record ExtensionRefused(LocalDateTime at, String by) implements AppealEvent {}

    /** The enterprise has its final answer. */
    record Resolved(LocalDateTime at, String text) implements AppealEvent {}

    /** Called back, and the enterprise is satisfied. */
    record Closed(LocalDateTime at) implements AppealEvent {}

    /** The enterprise is not satisfied: a new round one level up. */
    record Reopened(LocalDateTime at, String reason) implements AppealEvent {}

    /** The enterprise takes it back. */
    record Withdrawn(LocalDateTime at) implements AppealEvent {}

    default Step step() {
        return switch (this) {
            case Raised e -> Step.RAISED;
            case Taken e -> Step.TAKEN;
            case Disputed e -> Step.DISPUTED;
            case Rerouted e -> Step.REROUTED;
            case Replied e -> Step.REPLIED;
            case Asked e -> Step.ASKED;
            case Answered e -> Step.ANSWERED;
            case ExtensionAsked e -> Step.EXTENSION_ASKED;
            case ExtensionApproved e -> Step.EXTENSION_APPROVED;
            case ExtensionRefused e -> Step.EXTENSION_REFUSED;
            case Resolved e -> Step.RESOLVED;
            case Closed e -> Step.CLOSED;
            case Reopened e -> Step.REOPENED;
            case Withdrawn e -> Step.WITHDRAWN;
        };
    }
}
