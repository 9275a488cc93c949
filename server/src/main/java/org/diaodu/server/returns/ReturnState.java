package org.diaodu.server.returns;

import org.diaodu.server.steps.StepRefused;

/**
 * Where a return stands between clerk and analyst. A verb gives the state after it, or refuses with {@link StepRefused}.
 */
public sealed interface ReturnState {

    /** Being filled in; nothing is filed. */
    record Draft() implements ReturnState {}

    /** Filed, waiting for the analyst. */
    record Filed() implements ReturnState {}

    /** The analyst asked; waiting for the clerk. */
    record Queried() implements ReturnState {}

    /** Answered or filed anew after a query; waiting for the analyst. */
    record Answered() implements ReturnState {}

    /** Accepted by the analyst. */
    record Accepted() implements ReturnState {}

    Draft DRAFT = new Draft();
    Filed FILED = new Filed();
    Queried QUERIED = new Queried();
    Answered ANSWERED = new Answered();
    Accepted ACCEPTED = new Accepted();

    static ReturnState of(String name) {
        return switch (name) {
            case "FILED" -> FILED;
            case "QUERIED" -> QUERIED;
            case "ANSWERED" -> ANSWERED;
            case "ACCEPTED" -> ACCEPTED;
            default -> DRAFT;
        };
    }

    default String name() {
        return switch (this) {
            case Draft d -> "DRAFT";
            case Filed f -> "FILED";
            case Queried q -> "QUERIED";
            case Answered a -> "ANSWERED";
            case Accepted a -> "ACCEPTED";
        };
    }

    /** The state of the new version: filing anew under a query answers it. */
    default ReturnState file() {
        return switch (this) {
            case Draft d -> FILED;
            case Filed f -> FILED;
            case Queried q -> ANSWERED;
            case Answered a -> ANSWERED;
            case Accepted a ->
                throw new StepRefused(
                        "RT11",
                        "该月报已被接受，不能再改；如有错误，请联系审核人员退回查询。",
                        "The return is accepted and cannot be changed. Maybe ask the analyst to query it.");
        };
    }

    default ReturnState query() {
        if (this instanceof Draft) {
            throw new StepRefused("RT12", "尚未上报，无法查询。", "Nothing is filed yet that could be queried.");
        }
        return QUERIED;
    }

    default ReturnState answer() {
        if (this instanceof Queried) {
            return ANSWERED;
        }
        throw new StepRefused("RT13", "该月报没有待答复的查询。", "The return has no query waiting for an answer.");
    }

    /** Accepts what is filed; findings that must be explained and are not stand in the way. */
    default ReturnState accept(int unexplained) {
        if (unexplained > 0) {
            throw new StepRefused(
                    "RT14",
                    "还有 " + unexplained + " 处须说明的问题没有说明，不能接受；请先查询。",
                    unexplained + " findings that need an explanation have none. Maybe query the return first.");
        }
        return switch (this) {
            case Filed f -> ACCEPTED;
            case Answered a -> ACCEPTED;
            case Accepted a -> ACCEPTED;
            case Queried q ->
                throw new StepRefused("RT15", "查询尚未答复，不能接受。", "A query is open. Maybe wait for the answer.");
            case Draft d -> throw new StepRefused("RT16", "尚未上报，不能接受。", "Nothing is filed yet that could be accepted.");
        };
    }
}
