package org.diaodu.server.appeals.clock;

import java.time.LocalTime;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;

/**
 * How much time an appeal has, in working days, and the office hours by which days are counted; filled from the rule
 * {@code appeal-deadlines}.
 *
 * @param extended for resolving once an extension is approved, from the same beginning as {@code resolve}
 * @param extensionAskedBefore working days before the end by which an extension must be asked for
 * @param dispute for raising that it is not the unit's job
 * @param settle for settling that; 0 is the same working day
 * @param reminder the working day after a missed end on which the unit is reminded, then {@code supervision} and
 *     {@code brief} likewise
 * @param opens when the office opens and measures are taken
 * @param closes when the office closes and a day counts as used
 */
public record Deadlines(
        int verify,
        int reply,
        int resolve,
        int extended,
        int extensionAskedBefore,
        int dispute,
        int settle,
        int reminder,
        int supervision,
        int brief,
        LocalTime opens,
        LocalTime closes) {

    /** @throws RuleFault {@code appeals.deadlines} where the days or hours contradict each other */
    public Deadlines {
        demand(
                Math.min(Math.min(verify, reply), Math.min(dispute, settle)) >= 0,
                "时限不能为负",
                "no time limit may be negative");
        demand(
                0 < resolve && resolve <= extended,
                "应有 0 < 办结 ≤ 延期后办结",
                "resolve must be above 0, extended not below it");
        demand(
                0 <= extensionAskedBefore && extensionAskedBefore < resolve,
                "延期提前天数应小于办结时限",
                "an extension must be askable");
        demand(
                1 <= reminder && reminder <= supervision && supervision <= brief,
                "应有 1 ≤ 催办 ≤ 督办 ≤ 通报",
                "reminder, supervision and brief must follow each other from 1 on");
        demand(opens.isBefore(closes), "上班应早于下班", "the office must open before it closes");
    }

    /** The working days of a term. */
    public int days(Term term) {
        return switch (term) {
            case VERIFY -> verify;
            case SETTLE -> settle;
            case REPLY -> reply;
            case RESOLVE -> resolve;
            case EXTENDED -> extended;
        };
    }

    int days(Measure measure) {
        return switch (measure) {
            case REMINDER -> reminder;
            case SUPERVISION -> supervision;
            case BRIEF -> brief;
        };
    }

    private static void demand(boolean holds, String zh, String en) {
        if (!holds) {
            throw new RuleFault(
                    "appeals.deadlines",
                    Place.of(DeadlineRule.ID),
                    "期限自相矛盾：" + zh + "。建议：在规则中更正。",
                    "the deadlines contradict each other: " + en + ". Maybe correct the rule.");
        }
    }
}
