package org.diaodu.server.dispatch;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands. A verb gives the state after it, or refuses with {@link StepRefused} and the step that can be taken;
 * docs/dispatch.md draws them.
 */
public sealed interface CaseState {

    /** The plan is being made or made anew; nothing waits for anybody else. */
    record Planning(Turn turn) implements CaseState {}

    /** Proposed by somebody; waits for somebody else's agreement. */
    record Proposed(String by) implements CaseState {}

    /** Agreed; the units may begin. */
    record Agreed() implements CaseState {}

    /** The measures are being carried out. */
    record UnderWay() implements CaseState {}

    /** Reported done by somebody; waits for somebody else's check. */
    record Reported(String by) implements CaseState {}

    /** Checked; may be struck off the list. */
    record Checked() implements CaseState {}

    /** Struck off the list (销号). */
    record SignedOff() implements CaseState {}

    /** Why a plan is being made. */
    enum Turn {
        OPENED,
        SENT_BACK,
        CHANGING,
        REOPENED
    }

    /** Every name a state has in the database and in addresses, in the order of a case's life. */
    List<String> NAMES = List.of(
            "OPENED",
            "PROPOSED",
            "SENT_BACK",
            "AGREED",
            "UNDER_WAY",
            "CHANGING",
            "REPORTED",
            "CHECKED",
            "SIGNED_OFF",
            "REOPENED");

    /** A case just opened. */
    static CaseState opened() {
        return new Planning(Turn.OPENED);
    }

    /** The state of this name, with who proposed or reported last. */
    static CaseState of(String name, @Nullable String proposedBy, @Nullable String reportedBy) {
        return switch (name) {
            case "PROPOSED" -> new Proposed(Objects.requireNonNullElse(proposedBy, ""));
            case "AGREED" -> new Agreed();
            case "UNDER_WAY" -> new UnderWay();
            case "REPORTED" -> new Reported(Objects.requireNonNullElse(reportedBy, ""));
            case "CHECKED" -> new Checked();
            case "SIGNED_OFF" -> new SignedOff();
            default -> new Planning(Turn.valueOf(name));
        };
    }

    default String name() {
        return switch (this) {
            case Planning(Turn turn) -> turn.name();
            case Proposed _ -> "PROPOSED";
            case Agreed _ -> "AGREED";
            case UnderWay _ -> "UNDER_WAY";
            case Reported _ -> "REPORTED";
            case Checked _ -> "CHECKED";
            case SignedOff _ -> "SIGNED_OFF";
        };
    }

    /** What can be done now, by whoever has the right. */
    default Set<Verb> possible() {
        return switch (this) {
            case Planning _ -> EnumSet.of(Verb.PROPOSE);
            case Proposed _ -> EnumSet.of(Verb.AGREE, Verb.SEND_BACK);
            case Agreed _ -> EnumSet.of(Verb.BEGIN, Verb.CHANGE);
            case UnderWay _ -> EnumSet.of(Verb.REPORT, Verb.CHANGE);
            case Reported _ -> EnumSet.of(Verb.CHECK, Verb.SEND_BACK);
            case Checked _ -> EnumSet.of(Verb.SIGN_OFF);
            case SignedOff _ -> EnumSet.of(Verb.REOPEN);
        };
    }

    /** Whether the plan may be written: measures added and changed, causes noted. */
    default boolean isPlanning() {
        return this instanceof Planning;
    }

    /** Whether this person proposed or reported what somebody else has to agree to or check. */
    default boolean waitsForAnybodyBut(String name) {
        return switch (this) {
            case Proposed(String by) -> by.equals(name);
            case Reported(String by) -> by.equals(name);
            case Planning _, Agreed _, UnderWay _, Checked _, SignedOff _ -> false;
        };
    }

    /** Whether it is over. */
    default boolean isSignedOff() {
        return this instanceof SignedOff;
    }

    /** Hands the plan over for agreement; a plan has at least one measure to be done. */
    default CaseState propose(String by, long measures) {
        require(Verb.PROPOSE);
        if (measures == 0) {
            throw new StepRefused(
                    "DC02", "方案还没有措施，不能提交；请先添加措施。", "The plan has no measure yet. Add one before proposing it.");
        }
        return new Proposed(by);
    }

    /** Back to those who plan, or from the check back to work. */
    default CaseState sendBack() {
        require(Verb.SEND_BACK);
        return this instanceof Reported ? new UnderWay() : new Planning(Turn.SENT_BACK);
    }

    /** Agrees to the plan of somebody else. */
    default CaseState agree(String by) {
        require(Verb.AGREE);
        if (this instanceof Proposed(String proposer) && proposer.equals(by)) {
            throw new StepRefused(
                    "DC03",
                    "方案由您提交，须由另一人同意；您可以等待，或请有权的同事办理。",
                    "You proposed this plan; somebody else has to agree. Maybe ask a colleague who may.");
        }
        return new Agreed();
    }

    default CaseState begin() {
        require(Verb.BEGIN);
        return new UnderWay();
    }

    /** Opens the agreed plan for changes; it goes to agreement again. */
    default CaseState change() {
        require(Verb.CHANGE);
        return new Planning(Turn.CHANGING);
    }

    /** Says that everything is done; measures neither done nor dropped stand in the way. */
    default CaseState report(String by, long unsettled) {
        require(Verb.REPORT);
        if (unsettled > 0) {
            throw new StepRefused(
                    "DC04",
                    "还有 " + unsettled + " 项措施未完成，不能报告完成；请先完成，或写明理由取消。",
                    unsettled
                            + " measures are neither done nor dropped. Maybe finish them, or drop them with a reason.");
        }
        return new Reported(by);
    }

    /** Confirms what somebody else reported done. */
    default CaseState check(String by) {
        require(Verb.CHECK);
        if (this instanceof Reported(String reporter) && reporter.equals(by)) {
            throw new StepRefused(
                    "DC05",
                    "完成情况由您报告，须由另一人核查；您可以等待，或请有权的同事办理。",
                    "You reported this done; somebody else has to check. Maybe ask a colleague who may.");
        }
        return new Checked();
    }

    default CaseState signOff() {
        require(Verb.SIGN_OFF);
        return new SignedOff();
    }

    /** Opens the case again because output falls again. */
    default CaseState reopen(boolean falling) {
        require(Verb.REOPEN);
        if (!falling) {
            throw new StepRefused(
                    "DC06",
                    "最近一期产值没有下降，不能重新打开；产值再次下降时可以重新打开。",
                    "Output of the latest return did not fall. A case is reopened when output falls again.");
        }
        return new Planning(Turn.REOPENED);
    }

    /** Whether measures are being carried out; those agreed go on while the plan is changed. */
    default boolean isWorking() {
        return switch (this) {
            case UnderWay _, Proposed _ -> true;
            case Planning(Turn turn) -> turn == Turn.CHANGING || turn == Turn.SENT_BACK;
            case Agreed _, Reported _, Checked _, SignedOff _ -> false;
        };
    }

    /** Refuses work on measures while nothing is being carried out. */
    default void requireWork() {
        if (!isWorking()) throw refused("DC07", "报告措施进展", "report on a measure");
    }

    /** Refuses a change of the plan while it is not being written. */
    default void requirePlanning() {
        if (!isPlanning()) throw refused("DC08", "修改方案", "edit the plan");
    }

    /** How a measure begins that a meeting decided: with the plan being made or waiting, or at once where it is agreed. */
    default MeasureState decidedInMeeting() {
        return switch (this) {
            case Planning _, Proposed _ -> MeasureState.PLANNED;
            case Agreed _, UnderWay _ -> MeasureState.AGREED;
            case Reported _, Checked _, SignedOff _ ->
                throw refused("DC14", "加入会议决定的措施", "add a measure decided in a meeting");
        };
    }

    private void require(Verb verb) {
        if (!possible().contains(verb)) throw refused("DC01", verb.zh(), verb.en());
    }

    private StepRefused refused(String code, String zh, String en) {
        return new StepRefused(
                code,
                "调度单处于“" + CaseWords.stateZh(name()) + "”，不能“" + zh + "”；现在可以：" + Verb.zh(possible()) + "。",
                "The case is " + CaseWords.stateEn(name()) + "; one cannot " + en + " now. Possible: "
                        + Verb.en(possible()) + ".");
    }
}
