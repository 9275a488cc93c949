package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an appeal stands. A verb gives the state after it, or refuses with {@link StepRefused}; each state below holds
 * the verbs it allows. Drawn in docs/appeals.md.
 */
public sealed interface AppealState {

    /** Raised, or come to another unit: waiting to be verified and taken. */
    record Raised() implements AppealState {

        @Override
        public AppealState take() {
            return TAKEN;
        }

        @Override
        public AppealState dispute(LocalDateTime at, LocalDateTime latest) {
            if (at.isAfter(latest)) {
                throw new StepRefused(
                        "AP11",
                        "归属争议最迟应在 " + shown(latest) + " 前提出，现在是 " + shown(at) + "。",
                        "A dispute had to be raised by " + shown(latest) + "; this is " + shown(at) + ".",
                        List.of(Step.TAKEN, Step.WITHDRAWN));
            }
            return DISPUTED;
        }

        @Override
        public AppealState withdraw() {
            return WITHDRAWN;
        }

        @Override
        public List<Step> possible() {
            return List.of(Step.TAKEN, Step.DISPUTED, Step.WITHDRAWN);
        }
    }

    /** A unit says it is not its job: waiting to be settled, or for the unit to take it after all. */
    record Disputed() implements AppealState {

        @Override
        public AppealState reroute() {
            return RAISED;
        }

        @Override
        public AppealState take() {
            return TAKEN;
        }

        @Override
        public AppealState withdraw() {
            return WITHDRAWN;
        }

        @Override
        public List<Step> possible() {
            return List.of(Step.REROUTED, Step.TAKEN, Step.WITHDRAWN);
        }
    }

    /** A unit works on it. */
    record Taken(boolean replied, Extension extension) implements AppealState {

        @Override
        public AppealState reply() {
            return replied ? AppealState.super.reply() : new Taken(true, extension);
        }

        @Override
        public AppealState ask() {
            return new Asked(this);
        }

        @Override
        public AppealState askExtension(String by, String reason, LocalDateTime at, LocalDateTime latest) {
            if (!(extension instanceof Extension.None)) {
                return AppealState.super.askExtension(by, reason, at, latest);
            }
            if (reason.isBlank()) {
                throw new StepRefused("AP12", "申请延期应说明理由。", "An extension needs a reason.", possible());
            }
            if (at.isAfter(latest)) {
                throw new StepRefused(
                        "AP13",
                        "延期最迟应在 " + shown(latest) + " 前申请，现在是 " + shown(at) + "。",
                        "An extension had to be asked for by " + shown(latest) + "; this is " + shown(at) + ".",
                        possible().stream()
                                .filter(step -> step != Step.EXTENSION_ASKED)
                                .toList());
            }
            return new Taken(replied, new Extension.Requested(by, reason));
        }

        @Override
        public AppealState approveExtension(String by, LocalDateTime at, LocalDateTime latest) {
            if (!(extension instanceof Extension.Requested(String asker, String reason))) {
                return AppealState.super.approveExtension(by, at, latest);
            }
            if (!by.isBlank() && by.equals(asker)) {
                throw new StepRefused(
                        "AP14",
                        "申请延期的人不能批准自己的申请（" + by + "）。",
                        "Who asked for an extension cannot approve it (" + by + ").",
                        possible().stream()
                                .filter(step -> step != Step.EXTENSION_APPROVED)
                                .toList());
            }
            if (at.isAfter(latest)) {
                throw new StepRefused(
                        "AP15",
                        "延期后的时限 " + shown(latest) + " 也已过，现在是 " + shown(at) + "。",
                        "Even the extended time was over at " + shown(latest) + "; this is " + shown(at) + ".",
                        possible().stream()
                                .filter(step -> step != Step.EXTENSION_APPROVED)
                                .toList());
            }
            return new Taken(replied, new Extension.Approved(by));
        }

        @Override
        public AppealState refuseExtension() {
            return extension instanceof Extension.Requested
                    ? new Taken(replied, Extension.NONE)
                    : AppealState.super.refuseExtension();
        }

        @Override
        public AppealState resolve() {
            return RESOLVED;
        }

        @Override
        public AppealState withdraw() {
            return WITHDRAWN;
        }

        @Override
        public List<Step> possible() {
            var steps = new ArrayList<Step>();
            if (!replied) steps.add(Step.REPLIED);
            steps.add(Step.ASKED);
            steps.addAll(
                    switch (extension) {
                        case Extension.None e -> List.of(Step.EXTENSION_ASKED);
                        case Extension.Requested e -> List.of(Step.EXTENSION_APPROVED, Step.EXTENSION_REFUSED);
                        case Extension.Approved e -> List.of();
                    });
            steps.add(Step.RESOLVED);
            steps.add(Step.WITHDRAWN);
            return List.copyOf(steps);
        }
    }

    /** Waiting on the enterprise; the clock stands. What is still to be decided on an extension can be. */
    record Asked(Taken before) implements AppealState {

        @Override
        public AppealState answer() {
            return before;
        }

        @Override
        public AppealState approveExtension(String by, LocalDateTime at, LocalDateTime latest) {
            return before.extension instanceof Extension.Requested
                    ? new Asked((Taken) before.approveExtension(by, at, latest))
                    : AppealState.super.approveExtension(by, at, latest);
        }

        @Override
        public AppealState refuseExtension() {
            return before.extension instanceof Extension.Requested
                    ? new Asked((Taken) before.refuseExtension())
                    : AppealState.super.refuseExtension();
        }

        @Override
        public AppealState withdraw() {
            return WITHDRAWN;
        }

        @Override
        public List<Step> possible() {
            return before.extension instanceof Extension.Requested
                    ? List.of(Step.ANSWERED, Step.EXTENSION_APPROVED, Step.EXTENSION_REFUSED, Step.WITHDRAWN)
                    : List.of(Step.ANSWERED, Step.WITHDRAWN);
        }
    }

    /** The enterprise has its answer; waiting to be called back. */
    record Resolved() implements AppealState {

        @Override
        public AppealState close() {
            return CLOSED;
        }

        @Override
        public AppealState reopen() {
            return RAISED;
        }

        @Override
        public List<Step> possible() {
            return List.of(Step.CLOSED, Step.REOPENED);
        }
    }

    /** Called back and filed away; the enterprise may still come back to it. */
    record Closed() implements AppealState {

        @Override
        public AppealState reopen() {
            return RAISED;
        }

        @Override
        public List<Step> possible() {
            return List.of(Step.REOPENED);
        }
    }

    /** Taken back by the enterprise. */
    record Withdrawn() implements AppealState {

        @Override
        public List<Step> possible() {
            return List.of();
        }
    }

    /** What has become of an extension in this round. */
    sealed interface Extension {

        /** Not asked for, or refused. */
        record None() implements Extension {}

        record Requested(String by, String reason) implements Extension {}

        record Approved(String by) implements Extension {}

        None NONE = new None();
    }

    Raised RAISED = new Raised();
    Disputed DISPUTED = new Disputed();
    Taken TAKEN = new Taken(false, Extension.NONE);
    Resolved RESOLVED = new Resolved();
    Closed CLOSED = new Closed();
    Withdrawn WITHDRAWN = new Withdrawn();

    /** The steps this state allows, in the order in which they usually come. */
    List<Step> possible();

    default AppealState take() {
        throw refused(Step.TAKEN);
    }

    /** Says that it is another unit's job. Refused after {@code latest}. */
    default AppealState dispute(LocalDateTime at, LocalDateTime latest) {
        throw refused(Step.DISPUTED);
    }

    /** Settles whose job it is; that unit has yet to take it. */
    default AppealState reroute() {
        throw refused(Step.REROUTED);
    }

    default AppealState reply() {
        throw refused(Step.REPLIED);
    }

    default AppealState ask() {
        throw refused(Step.ASKED);
    }

    default AppealState answer() {
        throw refused(Step.ANSWERED);
    }

    /** Asks for more time, once a round unless refused. Refused without a reason and after {@code latest}. */
    default AppealState askExtension(String by, String reason, LocalDateTime at, LocalDateTime latest) {
        throw refused(Step.EXTENSION_ASKED);
    }

    /** Grants it. Refused to who asked for it, and after {@code latest}, the end of the extended time. */
    default AppealState approveExtension(String by, LocalDateTime at, LocalDateTime latest) {
        throw refused(Step.EXTENSION_APPROVED);
    }

    default AppealState refuseExtension() {
        throw refused(Step.EXTENSION_REFUSED);
    }

    default AppealState resolve() {
        throw refused(Step.RESOLVED);
    }

    /** Files it away after the call back. */
    default AppealState close() {
        throw refused(Step.CLOSED);
    }

    /** Begins another round, the enterprise not being satisfied. */
    default AppealState reopen() {
        throw refused(Step.REOPENED);
    }

    default AppealState withdraw() {
        throw refused(Step.WITHDRAWN);
    }

    default String zh() {
        return switch (this) {
            case Raised s -> "待核实";
            case Disputed s -> "归属争议";
            case Taken s -> "办理中";
            case Asked s -> "待企业补充";
            case Resolved s -> "已办结待回访";
            case Closed s -> "已归档";
            case Withdrawn s -> "已撤回";
        };
    }

    /** The word files use. */
    default String code() {
        return switch (this) {
            case Raised s -> "raised";
            case Disputed s -> "disputed";
            case Taken s -> "taken";
            case Asked s -> "asked";
            case Resolved s -> "resolved";
            case Closed s -> "closed";
            case Withdrawn s -> "withdrawn";
        };
    }

    default StepRefused refused(Step step) {
        return new StepRefused(
                "AP10",
                "“" + zh() + "”的诉求不能“" + step.zh() + "”。",
                "An appeal that is \"" + code() + "\" cannot be \"" + step.code() + "\" now.",
                possible());
    }

    private static String shown(LocalDateTime at) {
        return OfficeDays.shown(at);
    }
}
