package org.diaodu.server.policies;

import java.time.Instant;
import java.time.LocalDate;
import org.diaodu.policy.book.BenefitKind;
import org.jspecify.annotations.Nullable;

/**
 * What a subject is due under a clause. Money is in fen.
 *
 * @param subjectName of the enterprise, project or product it is due for
 * @param clauseFrom first day of the version of the clause
 * @param onceKey what it is paid once for: the enterprise's life, a year, or a project
 * @param year for which it was found
 * @param dueFen what the bundle gives; null where the clause gives no money
 * @param grantedFen what was approved, less where the budget was short; null before
 * @param reason in plain words, from the conditions that hold and the bundle
 * @param priority smaller goes first where the budget is short
 * @param doubt why the last run could no longer say that it is due; "" where it could
 */
public record Entitlement(
        long id,
        String number,
        Subject subject,
        String region,
        String clause,
        LocalDate clauseFrom,
        String title,
        String titleEn,
        BenefitKind benefit,
        String onceKey,
        int year,
        @Nullable String grade,
        @Nullable Long dueFen,
        @Nullable Long grantedFen,
        Reason reason,
        int priority,
        EntitlementState state,
        Instant stateSince,
        String doubt,
        Dates dates,
        Reclaim reclaim,
        int version) {

    /** Whom it is due to: the enterprise, and which of its projects or products. */
    public record Subject(SubjectId id, String enterpriseName, String name) {}

    /** Why it is due, in Chinese and English. */
    public record Reason(String zh, String en) {}

    /** When it was found, told, agreed to, approved and paid; null for what has not happened. */
    public record Dates(
            Instant found,
            @Nullable Instant told,
            @Nullable Instant consented,
            @Nullable Instant approved,
            @Nullable LocalDate paid,
            @Nullable LocalDate reclaimableUntil) {}

    /** What was asked back and what came back. */
    public record Reclaim(long reclaimedFen, long refundedFen) {}

    /** Whether money is paid for it by the treasury; a relief is taken with the tax return, a right is used. */
    public boolean isPaidOut() {
        return benefit == BenefitKind.GRANT && dueFen != null;
    }
}
