package org.diaodu.server.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule as it is stored, from its first draft to its withdrawal.
 *
 * @param validFrom the first day it holds; a draft may have none yet
 * @param validTo the first day it no longer holds; null while open
 * @param recordedAt when it was published
 * @param endKnownAt when {@code validTo} was recorded
 * @param model the DMN XML
 * @param cases the text of its {@code cases.csv}
 * @param basedOn the version a draft started from
 * @param preset the shipped folder it came from, or null
 * @param rowVersion rises with every save; a save against an older one is stale
 */
public record Edition(
        long id,
        String rule,
        State state,
        ClauseText clause,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant recordedAt,
        @Nullable Instant endKnownAt,
        @Nullable Instant withdrawnAt,
        String model,
        String cases,
        @Nullable Long basedOn,
        @Nullable String preset,
        Trail trail,
        int rowVersion) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String NOT_YET = "（未填 not given yet）";

    /** What becomes of a version. */
    public enum State {
        DRAFT,
        PROPOSED,
        PUBLISHED,
        WITHDRAWN
    }

    /** Who did what to it, by the name they sign in with; null for what has not happened. */
    public record Trail(
            String author,
            List<String> editors,
            String updatedBy,
            Instant updatedAt,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String declinedBy,
            @Nullable String declineReason,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String withdrawalAskedBy,
            @Nullable Instant withdrawalAskedAt,
            @Nullable String withdrawalReason,
            @Nullable String withdrawnBy) {

        /** Whether this person had a hand in the draft, and so does not approve it. */
        public boolean isHandOf(String name) {
            return author.equals(name) || editors.contains(name) || name.equals(proposedBy);
        }
    }

    public boolean isOpen() {
        return state == State.DRAFT || state == State.PROPOSED;
    }

    public boolean isWithdrawalAsked() {
        return state == State.PUBLISHED && trail.withdrawalAskedBy() != null;
    }

    /** Whether it holds on that day by all that is known now. */
    public boolean holds(LocalDate day) {
        return state == State.PUBLISHED
                && validFrom != null
                && !day.isBefore(validFrom)
                && (validTo == null || day.isBefore(validTo));
    }

    /** The version read and compiled by the reference engine. Throws as {@link RuleVersion#of}. */
    public RuleVersion version() {
        return version(model, clause, validFrom, cases);
    }

    /** The version this one would be with another content. Throws as {@link RuleVersion#of}. */
    RuleVersion version(String otherModel, ClauseText text, @Nullable LocalDate from, String otherCases) {
        byte[] csv = otherCases.isBlank() ? null : otherCases.getBytes(StandardCharsets.UTF_8);
        return RuleVersion.of(rule, otherModel.getBytes(StandardCharsets.UTF_8), clauseFile(text, from), csv);
    }

    /** The text of its {@code clause.md}. */
    public String clauseFile() {
        return clauseFile(clause, validFrom);
    }

    private String clauseFile(ClauseText text, @Nullable LocalDate from) {
        LocalDate begins = from == null ? LocalDate.of(9999, 12, 31) : from;
        return """
                ---
                title: %s
                title-en: %s
                reference: %s
                url: %s
                valid-from: %s
                valid-to: %s
                recorded-at: %s
                valid-to-recorded-at: %s
                withdrawn-at: %s
                decision: %s
                ---

                %s
                """.formatted(
                        text.title(),
                        text.titleEn(),
                        text.reference().isEmpty() ? NOT_YET : text.reference(),
                        text.url(),
                        begins,
                        validTo == null || !validTo.isAfter(begins) ? "" : validTo,
                        time(recordedAt == null ? trail.updatedAt() : recordedAt),
                        time(endKnownAt),
                        time(withdrawnAt),
                        text.decision(),
                        text.chinese())
                + (text.english().isEmpty() ? "" : "\n## English\n\n" + text.english() + "\n");
    }

    private static String time(@Nullable Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        ZonedDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), CHINA));
    }

    /** How it is called on pages: 2017-12-28, or – without a date. */
    public String from() {
        return validFrom == null ? "–" : validFrom.toString();
    }

    static RuntimeException told(RuleFault fault) {
        return org.diaodu.server.pages.Problem.conflict(fault.code(), fault.chinese(), fault.english());
    }
}
