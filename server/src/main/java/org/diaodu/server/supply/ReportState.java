package org.diaodu.server.supply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands. A verb gives the state after it, or refuses with {@link StepRefused} and the step that can be taken;
 * docs/supply.md draws them.
 */
public sealed interface ReportState {

    /** By the enterprise; the county, or the city, is to confirm it. */
    record Reported() implements ReportState {}

    /** To the enterprise, with what is missing or wrong. */
    record Returned() implements ReportState {}

    /** Found true; to be settled on the spot or passed up. */
    record Confirmed() implements ReportState {}

    /** On the province's desk. */
    record Escalated() implements ReportState {}

    /** A letter is with another province. */
    record Written() implements ReportState {}

    /** The other province has answered. */
    record Replied() implements ReportState {}

    /** Done, with what came of it. */
    record Settled(Result result) implements ReportState {}

    /** Taken back by the enterprise. */
    record Withdrawn() implements ReportState {}

    /** Every name a state has in addresses and rows, in the order of a report's life. */
    List<String> NAMES =
            List.of("REPORTED", "RETURNED", "CONFIRMED", "ESCALATED", "WRITTEN", "REPLIED", "SETTLED", "WITHDRAWN");

    /** The state stored under this name; {@code result} is there where it is settled. */
    static ReportState of(String name, @Nullable Result result) {
        return switch (name) {
            case "REPORTED" -> new Reported();
            case "RETURNED" -> new Returned();
            case "CONFIRMED" -> new Confirmed();
            case "ESCALATED" -> new Escalated();
            case "WRITTEN" -> new Written();
            case "REPLIED" -> new Replied();
            case "WITHDRAWN" -> new Withdrawn();
            case "SETTLED" -> {
                if (result == null) throw new IllegalArgumentException("settled without a result");
                yield new Settled(result);
            }
            default -> throw new IllegalArgumentException("no state \"" + name + "\"");
        };
    }

    default String name() {
        return switch (this) {
            case Reported _ -> "REPORTED";
            case Returned _ -> "RETURNED";
            case Confirmed _ -> "CONFIRMED";
            case Escalated _ -> "ESCALATED";
            case Written _ -> "WRITTEN";
            case Replied _ -> "REPLIED";
            case Settled _ -> "SETTLED";
            case Withdrawn _ -> "WITHDRAWN";
        };
    }

    /** What can be done now, by whoever has the right. */
    default Set<Verb> possible() {
        return switch (this) {
            case Reported _ -> EnumSet.of(Verb.CONFIRM, Verb.RETURN, Verb.WITHDRAW);
            case Returned _ -> EnumSet.of(Verb.SUPPLEMENT, Verb.WITHDRAW);
            case Confirmed _ -> EnumSet.of(Verb.PASS_UP, Verb.SETTLE, Verb.WITHDRAW);
            case Escalated _ -> EnumSet.of(Verb.WRITE, Verb.RETURN, Verb.SETTLE, Verb.WITHDRAW);
            case Written _ -> EnumSet.of(Verb.REPLY, Verb.SETTLE);
            case Replied _ -> EnumSet.of(Verb.SETTLE, Verb.WRITE);
            case Settled _, Withdrawn _ -> EnumSet.noneOf(Verb.class);
        };
    }

    /** The step somebody in an office is expected to take; null while it waits for the enterprise, and at the end. */
    default @Nullable Term term() {
        return switch (this) {
            case Reported _ -> Term.VERIFY;
            case Confirmed _ -> Term.PASS_UP;
            case Escalated _ -> Term.WRITE;
            case Written _ -> Term.REPLY;
            case Replied _ -> Term.SETTLE;
            case Returned _, Settled _, Withdrawn _ -> null;
        };
    }

    /** Whether it has left the county and the city. */
    default boolean isWithTheProvince() {
        return this instanceof Escalated || this instanceof Written || this instanceof Replied;
    }

    default ReportState confirm() {
        return after(Verb.CONFIRM, new Confirmed());
    }

    default ReportState sendBack() {
        return after(Verb.RETURN, new Returned());
    }

    default ReportState supplement() {
        return after(Verb.SUPPLEMENT, new Reported());
    }

    default ReportState passUp() {
        return after(Verb.PASS_UP, new Escalated());
    }

    default ReportState write() {
        return after(Verb.WRITE, new Written());
    }

    default ReportState reply() {
        return after(Verb.REPLY, new Replied());
    }

    default ReportState settle(Result result) {
        return after(Verb.SETTLE, new Settled(result));
    }

    default ReportState withdraw() {
        return after(Verb.WITHDRAW, new Withdrawn());
    }

    private ReportState after(Verb verb, ReportState next) {
        if (possible().contains(verb)) return next;
        throw new StepRefused(
                "SP01",
                "该上报" + zh() + "，不能“" + verb.zh() + "”；现在可以：" + Verb.zh(possible()) + "。",
                "The report is " + en() + "; one cannot " + verb.en() + " now. Possible: " + Verb.en(possible()) + ".");
    }

    private String zh() {
        return switch (this) {
            case Reported _ -> "待核实";
            case Returned _ -> "已退回企业补充";
            case Confirmed _ -> "已核实";
            case Escalated _ -> "已上报省级";
            case Written _ -> "已发函，等对方复函";
            case Replied _ -> "对方已复函";
            case Settled(Result result) -> "已办结（" + result.zh() + "）";
            case Withdrawn _ -> "已撤回";
        };
    }

    private String en() {
        return switch (this) {
            case Reported _ -> "to be confirmed";
            case Returned _ -> "returned to the enterprise";
            case Confirmed _ -> "confirmed";
            case Escalated _ -> "with the province";
            case Written _ -> "waiting for the other province";
            case Replied _ -> "answered by the other province";
            case Settled(Result result) -> "settled (" + result.en() + ")";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
