package org.diaodu.rules.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/** A rule through time: its versions by the day from which they hold, then by when they were recorded. Immutable. */
public final class Rule {

    private final String id;
    private final List<RuleVersion> versions;

    Rule(String id, List<RuleVersion> versions) {
        this.id = id;
        this.versions = versions.stream()
                .sorted(Comparator.comparing((RuleVersion v) -> v.clause().validFrom())
                        .thenComparing(v -> v.clause().recordedAt()))
                .toList();
        refuseOverlaps();
    }

    public String id() {
        return id;
    }

    public List<RuleVersion> versions() {
        return versions;
    }

    /** The version that holds on that day by all that is known now. Throws as {@link #asOf(LocalDate, Instant)}. */
    public RuleVersion asOf(LocalDate valid) {
        return asOf(valid, Instant.MAX);
    }

    /**
     * The version that held on that day, as the book knew it at that instant.
     *
     * @throws RuleFault {@code rules.no-version} where no version covers the day
     */
    public RuleVersion asOf(LocalDate valid, Instant known) {
        for (RuleVersion version : versions) {
            if (version.holds(valid, known)) {
                return version;
            }
        }
        String when = known.equals(Instant.MAX) ? "" : " as known at " + known;
        String whenZh = known.equals(Instant.MAX) ? "" : "（按 " + known + " 时所知）";
        String held = String.join(
                ", ",
                versions.stream()
                        .filter(v -> !known.isBefore(v.clause().recordedAt()))
                        .map(RuleVersion::label)
                        .toList());
        throw new RuleFault(
                "rules.no-version",
                Place.of(id),
                valid + whenZh + " 没有有效的版本，已有：" + (held.isEmpty() ? "无" : held) + "。建议：核对日期，或补录当时有效的版本。",
                "no version covers " + valid + when + "; there are: " + (held.isEmpty() ? "none" : held)
                        + ". Maybe the date is wrong, or the version of that time is still to be recorded.");
    }

    /** Days between two versions on which the rule does not hold, from the first to the last of them. */
    public record Gap(LocalDate first, LocalDate last) {}

    /** Where a version ends before the next begins; those withdrawn are passed over. */
    public List<Gap> gaps() {
        List<Clause> clauses = versions.stream()
                .map(RuleVersion::clause)
                .filter(clause -> clause.withdrawnAt() == null)
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < clauses.size(); i++) {
            LocalDate ended = clauses.get(i - 1).validTo();
            LocalDate begins = clauses.get(i).validFrom();
            if (ended != null && ended.isBefore(begins)) gaps.add(new Gap(ended, begins.minusDays(1)));
        }
        return gaps;
    }

    private void refuseOverlaps() {
        for (int i = 0; i < versions.size(); i++) {
            for (int j = i + 1; j < versions.size(); j++) {
                if (overlap(versions.get(i), versions.get(j))) {
                    String a = versions.get(i).label();
                    String b = versions.get(j).label();
                    throw new RuleFault(
                            "rules.versions-overlap",
                            Place.of(id),
                            "两个版本在同一天同时有效：" + a + " 和 " + b
                                    + "。建议：给前一版本写 valid-to（及 valid-to-recorded-at），或用 withdrawn-at 撤回其一。",
                            "two versions hold on the same day: " + a + " and " + b
                                    + ". Maybe give the earlier one a valid-to (with valid-to-recorded-at), or withdraw one with withdrawn-at.");
                }
            }
        }
    }

    /** Whether there is a day and an instant at which both were taken to hold. */
    private static boolean overlap(RuleVersion a, RuleVersion b) {
        for (Span one : spans(a)) {
            for (Span other : spans(b)) {
                if (one.meets(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The version as open until its end was known, and as ended from then. */
    private static List<Span> spans(RuleVersion version) {
        Clause clause = version.clause();
        List<Span> spans = new ArrayList<>();
        Instant end = clause.endKnownAt();
        if (clause.validTo() != null && end.isAfter(clause.recordedAt())) {
            spans.add(new Span(clause.validFrom(), null, clause.recordedAt(), earlier(end, clause.withdrawnAt())));
            spans.add(new Span(clause.validFrom(), clause.validTo(), end, clause.withdrawnAt()));
        } else {
            spans.add(new Span(clause.validFrom(), clause.validTo(), clause.recordedAt(), clause.withdrawnAt()));
        }
        return spans;
    }

    private static Instant earlier(Instant a, @Nullable Instant b) {
        return b != null && b.isBefore(a) ? b : a;
    }

    private record Span(
            LocalDate from,
            @Nullable LocalDate to,
            Instant known,
            @Nullable Instant forgotten) {

        boolean meets(Span other) {
            return begins(from, other.to)
                    && begins(other.from, to)
                    && begins(known, other.forgotten)
                    && begins(other.known, forgotten)
                    && (forgotten == null || known.isBefore(forgotten))
                    && (other.forgotten == null || other.known.isBefore(other.forgotten));
        }

        private static <T extends Comparable<? super T>> boolean begins(T start, @Nullable T end) {
            return end == null || start.compareTo(end) < 0;
        }
    }
}
