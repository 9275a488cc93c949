package org.diaodu.server.policies.trial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.rules.reasons.Shortfall;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.trial.Trial.Against;
import org.diaodu.server.policies.trial.Trial.Change;
import org.diaodu.server.policies.trial.Trial.Due;
import org.diaodu.server.policies.trial.Trial.Miss;
import org.diaodu.server.policies.trial.Trial.Part;
import org.diaodu.server.policies.trial.Trial.Wanted;
import org.jspecify.annotations.Nullable;

/** Adds up what a clause says to one subject after another. Not thread-safe. */
final class Tally {

    static final int SHOWN = 20;
    private static final String RUNG = "企业梯队";

    private final OneMatch clause;
    private final @Nullable OneMatch today;
    private final LocalDate day;
    private final @Nullable LocalDate todayFrom;
    private final boolean pays;

    private final List<Due> due = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();
    private final List<Change> losers = new ArrayList<>();
    private final Map<String, Part> regions = new HashMap<>();
    private final Map<String, Part> rungs = new HashMap<>();
    private final Map<String, Wanted> facts = new HashMap<>();
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal totalToday = BigDecimal.ZERO;
    private int asked;
    private int unknown;
    private int failed;
    private int gaining;
    private String reason = "";

    /**
     * @param today the version it is set beside, or null
     * @param todayFrom the first day of that version
     */
    Tally(OneMatch clause, @Nullable OneMatch today, @Nullable LocalDate todayFrom, LocalDate day, boolean pays) {
        this.clause = clause;
        this.today = today;
        this.todayFrom = todayFrom;
        this.day = day;
        this.pays = pays;
    }

    void add(KnownSubject subject) {
        BigDecimal after = BigDecimal.ZERO;
        try {
            Verdict verdict = clause.match(subject.subject(), day).verdict();
            if (!(verdict instanceof OutOfScope)) {
                asked++;
            }
            after = said(subject, verdict);
        } catch (PolicyFault fault) {
            failed++;
            reason = reason.isEmpty() ? fault.chinese() : reason;
        }
        if (today != null) {
            compare(subject, after, today);
        }
    }

    private BigDecimal said(KnownSubject subject, Verdict verdict) {
        return switch (verdict) {
            case Entitled(BigDecimal amount, String grade) -> {
                BigDecimal paid = amount == null ? BigDecimal.ZERO : amount;
                total = total.add(paid);
                due.add(new Due(subject.id(), subject.name(), subject.subject().region(), amount));
                String region = subject.subject().region();
                add(regions, region == null ? "" : region.substring(0, 4) + "00", paid);
                Object rung = subject.subject().facts().get(RUNG);
                add(rungs, rung == null ? "" : rung.toString(), paid);
                yield amount == null ? BigDecimal.ONE : paid;
            }
            case NeedsFacts needs -> {
                unknown++;
                needs.missing().forEach(this::want);
                yield BigDecimal.ZERO;
            }
            case NotEntitled not -> {
                not.nearMisses().stream()
                        .filter(miss ->
                                miss.shortfalls().size() == 1 && miss.missing().isEmpty())
                        .findFirst()
                        .ifPresent(miss -> misses.add(new Miss(
                                subject.id(), subject.name(), subject.subject().region(), miss, distance(miss))));
                yield BigDecimal.ZERO;
            }
            case OutOfScope _ -> BigDecimal.ZERO;
        };
    }

    private static double distance(NearMiss miss) {
        Shortfall one = miss.shortfalls().getFirst();
        return one.change().relative();
    }

    private void want(MissingFact fact) {
        facts.merge(
                fact.name(),
                new Wanted(fact.name(), fact.holder(), 1),
                (a, b) -> new Wanted(a.fact(), a.holder(), a.subjects() + 1));
    }

    private static void add(Map<String, Part> parts, String key, BigDecimal amount) {
        parts.merge(
                key,
                new Part(key, 1, amount),
                (a, b) -> new Part(key, a.entitled() + 1, a.total().add(amount)));
    }

    private void compare(KnownSubject subject, BigDecimal after, OneMatch other) {
        BigDecimal before;
        try {
            before = other.match(subject.subject(), day).verdict() instanceof Entitled(BigDecimal amount, String grade)
                    ? amount == null ? BigDecimal.ONE : amount
                    : BigDecimal.ZERO;
        } catch (PolicyFault fault) {
            return; // it is no loss where nothing could be computed
        }
        totalToday = totalToday.add(before);
        int change = after.compareTo(before);
        if (change > 0) {
            gaining++;
        } else if (change < 0) {
            losers.add(
                    new Change(subject.id(), subject.name(), subject.subject().region(), before, after));
        }
    }

    Trial done() {
        due.sort(Comparator.comparing(
                (Due one) -> one.amount() == null ? BigDecimal.ZERO : one.amount(), Comparator.reverseOrder()));
        misses.sort(Comparator.comparingDouble(Miss::distance));
        losers.sort(
                Comparator.comparing((Change one) -> one.before().subtract(one.after()), Comparator.reverseOrder()));
        Comparator<Part> largest =
                Comparator.comparing(Part::total).thenComparing(Part::entitled).reversed();
        Against against =
                todayFrom == null ? null : new Against(todayFrom, totalToday, gaining, losers.size(), first(losers));
        return new Trial(
                day,
                asked,
                due.size(),
                pays ? total : null,
                unknown,
                first(facts.values().stream()
                        .sorted(Comparator.comparing(Wanted::subjects).reversed())
                        .toList()),
                misses.size(),
                first(misses),
                regions.values().stream().sorted(largest).toList(),
                rungs.values().stream().sorted(largest).toList(),
                first(due),
                failed,
                reason,
                against);
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(SHOWN, all.size())));
    }
}
