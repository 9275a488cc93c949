package org.diaodu.server.policies.clauses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diaodu.policy.book.ClauseTexts;
import org.diaodu.server.rulebook.ClauseText;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clause as it is stored, from its first draft to its end.
 *
 * @param home the unit that keeps it, six digits
 * @param terms the text of its {@code terms.yaml}
 * @param facets what lists ask for, read off the terms
 * @param validFrom the first day it holds; a draft may have none yet
 * @param validTo the first day it no longer holds; null while open
 * @param recordedAt when it was published
 * @param endKnownAt when {@code validTo} was recorded; null where it was known at once
 * @param withdrawnAt when a corrected version took its place
 * @param basedOn the version a draft started from
 * @param replaces the clause that ends where this one begins
 * @param replacedBy the clause that took its place
 * @param preset the shipped folder it came from, or null
 * @param rowVersion rises with every save; a save against an older one is stale
 */
public record ClauseVersion(
        long id,
        String clause,
        String home,
        State state,
        ClauseText text,
        String model,
        String cases,
        String terms,
        Facets facets,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant recordedAt,
        @Nullable Instant endKnownAt,
        @Nullable Instant withdrawnAt,
        @Nullable Long basedOn,
        @Nullable String replaces,
        @Nullable String replacedBy,
        @Nullable String preset,
        Hands hands,
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

    /** Who had a hand in it, by the name they sign in with; {@code endOn} and what follows is what was asked for its end. */
    public record Hands(
            String author,
            List<String> editors,
            String updatedBy,
            Instant updatedAt,
            @Nullable String proposedBy,
            @Nullable String approvedBy,
            @Nullable String endAskedBy,
            @Nullable LocalDate endOn,
            String endReason,
            @Nullable String endedBy) {

        /** Whether this person had a hand in the draft, and so does not approve it. */
        public boolean isHandOf(String name) {
            return author.equals(name) || editors.contains(name) || name.equals(proposedBy);
        }
    }

    public boolean isOpen() {
        return state == State.DRAFT || state == State.PROPOSED;
    }

    /** Whether somebody asked for its end and nobody has answered yet. */
    public boolean isEndAsked() {
        return state == State.PUBLISHED && hands.endAskedBy() != null && hands.endedBy() == null;
    }

    /** Whether it holds on that day by all that is known now. */
    public boolean holds(LocalDate day) {
        return state == State.PUBLISHED
                && validFrom != null
                && !day.isBefore(validFrom)
                && (validTo == null || day.isBefore(validTo));
    }

    /** Whether it was published by then and no corrected version had taken its place. */
    public boolean isKnown(Instant then) {
        return recordedAt != null && !recordedAt.isAfter(then) && (withdrawnAt == null || withdrawnAt.isAfter(then));
    }

    /** The first day it no longer holds, by what was known then; null where it was taken to be open. */
    public @Nullable LocalDate endKnown(Instant then) {
        return endKnownAt != null && endKnownAt.isAfter(then) ? null : validTo;
    }

    /** The texts of its files, its end as it was known then. */
    public ClauseTexts texts(Instant then) {
        return new ClauseTexts(clause, model, clauseFile(text, validFrom, endKnown(then)), cases, terms);
    }

    /** The text of its {@code clause.md}. */
    public String clauseFile() {
        return clauseFile(text, validFrom, validTo);
    }

    String clauseFile(ClauseText said, @Nullable LocalDate from, @Nullable LocalDate to) {
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
                decision: %s
                ---

                %s
                """.formatted(
                                said.title(),
                                said.titleEn(),
                                said.reference().isEmpty() ? NOT_YET : said.reference(),
                                said.url(),
                                begins,
                                to == null || !to.isAfter(begins) ? "" : to,
                                time(recordedAt == null ? hands.updatedAt() : recordedAt),
                                said.decision(),
                                said.chinese())
                + (said.english().isEmpty() ? "" : "\n## English\n\n" + said.english() + "\n");
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ZonedDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), CHINA));
    }

    /** How it is called on pages: 2022-03-16, or – without a date. */
    public String from() {
        return validFrom == null ? "–" : validFrom.toString();
    }
}
