package org.diaodu.server.policies;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.steps.StepRefused;

/**
 * Where an entitlement stands. A verb gives the state after it, or refuses with {@link StepRefused} and the steps that can be
 * taken; docs/policies.md draws them.
 */
public sealed interface EntitlementState {

    /** Found by a run; nobody of the enterprise has an account to be told. */
    record Found() implements EntitlementState {}

    /** The enterprise has been told and has not answered. */
    record Told() implements EntitlementState {}

    /** The enterprise does not want it. */
    record Declined() implements EntitlementState {}

    /** The enterprise agreed; a relief, a right or a qualification ends here. */
    record Consented() implements EntitlementState {}

    /** The enterprise objects; it waits for its appeal. */
    record Objected(String appeal) implements EntitlementState {}

    /** In a public notice, which stands until the end of a day. */
    record Noticed(String notice, LocalDate until) implements EntitlementState {}

    /** In a batch that waits for a second person. */
    record Proposed(String batch) implements EntitlementState {}

    /** Approved by two people; its payments are on their way. */
    record Approved() implements EntitlementState {}

    /** All of its payments have been made. */
    record Paid() implements EntitlementState {}

    /** What was paid is asked back. */
    record Reclaimed() implements EntitlementState {}

    /** What was asked back has come back. */
    record Refunded() implements EntitlementState {}

    /** No longer due, or given up; found again it begins anew. */
    record Lapsed() implements EntitlementState {}

    /** Every name a state has in addresses, in the order of an entitlement's life. */
    List<String> NAMES = List.of(
            "FOUND",
            "TOLD",
            "DECLINED",
            "CONSENTED",
            "OBJECTED",
            "NOTICED",
            "PROPOSED",
            "APPROVED",
            "PAID",
            "RECLAIMED",
            "REFUNDED",
            "LAPSED");

    default String name() {
        return switch (this) {
            case Found _ -> "FOUND";
            case Told _ -> "TOLD";
            case Declined _ -> "DECLINED";
            case Consented _ -> "CONSENTED";
            case Objected _ -> "OBJECTED";
            case Noticed _ -> "NOTICED";
            case Proposed _ -> "PROPOSED";
            case Approved _ -> "APPROVED";
            case Paid _ -> "PAID";
            case Reclaimed _ -> "RECLAIMED";
            case Refunded _ -> "REFUNDED";
            case Lapsed _ -> "LAPSED";
        };
    }

    /** What can be done now, by whoever has the right. */
    default Set<EntitlementVerb> possible() {
        return switch (this) {
            case Found _ -> EnumSet.of(EntitlementVerb.CONSENT, EntitlementVerb.DECLINE, EntitlementVerb.LAPSE);
            case Told _ ->
                EnumSet.of(
                        EntitlementVerb.CONSENT,
                        EntitlementVerb.DECLINE,
                        EntitlementVerb.OBJECT,
                        EntitlementVerb.LAPSE);
            case Declined _ -> EnumSet.of(EntitlementVerb.CONSENT, EntitlementVerb.LAPSE);
            case Consented _ ->
                EnumSet.of(
                        EntitlementVerb.DECLINE,
                        EntitlementVerb.OBJECT,
                        EntitlementVerb.PUBLISH,
                        EntitlementVerb.LAPSE);
            case Objected _ -> EnumSet.of(EntitlementVerb.SETTLE, EntitlementVerb.LAPSE);
            case Noticed _ ->
                EnumSet.of(
                        EntitlementVerb.DECLINE,
                        EntitlementVerb.OBJECT,
                        EntitlementVerb.PROPOSE,
                        EntitlementVerb.LAPSE);
            case Proposed _ -> EnumSet.of(EntitlementVerb.APPROVE, EntitlementVerb.SEND_BACK);
            case Approved _ -> EnumSet.of(EntitlementVerb.PAY, EntitlementVerb.GIVE_UP);
            case Paid _ -> EnumSet.of(EntitlementVerb.RECLAIM);
            case Reclaimed _ -> EnumSet.of(EntitlementVerb.REFUND);
            case Refunded _ -> EnumSet.noneOf(EntitlementVerb.class);
            case Lapsed _ -> EnumSet.of(EntitlementVerb.FIND_AGAIN);
        };
    }

    /** Whether money is promised or paid for it. */
    default boolean isCommitted() {
        return switch (this) {
            case Approved _, Paid _, Reclaimed _, Refunded _ -> true;
            case Found _, Told _, Declined _, Consented _, Objected _, Noticed _, Proposed _, Lapsed _ -> false;
        };
    }

    default EntitlementState consent() {
        require(EntitlementVerb.CONSENT);
        return new Consented();
    }

    default EntitlementState decline() {
        require(EntitlementVerb.DECLINE);
        return new Declined();
    }

    default EntitlementState object(String appeal) {
        require(EntitlementVerb.OBJECT);
        return new Objected(appeal);
    }

    /** After an objection the enterprise is asked anew. */
    default EntitlementState settle() {
        require(EntitlementVerb.SETTLE);
        return new Told();
    }

    default EntitlementState publish(String notice, LocalDate until) {
        require(EntitlementVerb.PUBLISH);
        return new Noticed(notice, until);
    }

    /** Into a batch, once the notice has stood through its last day. */
    default EntitlementState propose(String batch, LocalDate today) {
        require(EntitlementVerb.PROPOSE);
        if (this instanceof Noticed(String notice, LocalDate until) && !today.isAfter(until)) {
            throw new StepRefused(
                    "PD02",
                    "公示 " + notice + " 到 " + until + " 期满，今天 " + today + " 还不能报批；请在期满后的下一天办理。",
                    "The public notice " + notice + " stands through " + until + ", and today is " + today
                            + ". Maybe propose it the day after.");
        }
        return new Proposed(batch);
    }

    default EntitlementState approve() {
        require(EntitlementVerb.APPROVE);
        return new Approved();
    }

    /** Out of its batch, to its notice, which has stood. */
    default EntitlementState sendBack(String notice, LocalDate until) {
        require(EntitlementVerb.SEND_BACK);
        return new Noticed(notice, until);
    }

    default EntitlementState pay() {
        require(EntitlementVerb.PAY);
        return new Paid();
    }

    default EntitlementState reclaim() {
        require(EntitlementVerb.RECLAIM);
        return new Reclaimed();
    }

    default EntitlementState refund(boolean whole) {
        require(EntitlementVerb.REFUND);
        return whole ? new Refunded() : this;
    }

    default EntitlementState lapse() {
        require(EntitlementVerb.LAPSE);
        return new Lapsed();
    }

    /** Approved, and the rest of it cannot be paid; what was paid stays. */
    default EntitlementState giveUp(boolean somePaid) {
        require(EntitlementVerb.GIVE_UP);
        return somePaid ? new Paid() : new Lapsed();
    }

    default EntitlementState findAgain() {
        require(EntitlementVerb.FIND_AGAIN);
        return new Found();
    }

    private void require(EntitlementVerb verb) {
        if (!possible().contains(verb)) {
            throw new StepRefused(
                    "PD01",
                    "该项" + zh() + "，不能“" + verb.zh() + "”；现在可以：" + EntitlementVerb.zh(possible()) + "。",
                    "It is " + en() + "; one cannot " + verb.en() + " now. Possible: " + EntitlementVerb.en(possible())
                            + ".");
        }
    }

    default String zh() {
        return switch (this) {
            case Found _ -> "新发现";
            case Told _ -> "待企业确认";
            case Declined _ -> "企业放弃";
            case Consented _ -> "企业已确认";
            case Objected(String appeal) -> "有异议（诉求 " + appeal + "）";
            case Noticed(String _, LocalDate until) -> "公示至 " + until;
            case Proposed(String batch) -> "待审批（批次 " + batch + "）";
            case Approved _ -> "已批准";
            case Paid _ -> "已兑现";
            case Reclaimed _ -> "追回中";
            case Refunded _ -> "已退回";
            case Lapsed _ -> "已失效";
        };
    }

    default String en() {
        return switch (this) {
            case Found _ -> "found";
            case Told _ -> "waiting for the enterprise";
            case Declined _ -> "declined";
            case Consented _ -> "agreed to";
            case Objected(String appeal) -> "objected to (appeal " + appeal + ")";
            case Noticed(String _, LocalDate until) -> "in a public notice until " + until;
            case Proposed(String batch) -> "waiting for approval (batch " + batch + ")";
            case Approved _ -> "approved";
            case Paid _ -> "paid";
            case Reclaimed _ -> "being asked back";
            case Refunded _ -> "given back";
            case Lapsed _ -> "lapsed";
        };
    }
}
