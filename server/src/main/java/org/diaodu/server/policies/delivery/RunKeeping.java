package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.SubjectId;
import org.diaodu.server.policies.delivery.Judgement.Kind;
import org.diaodu.server.policies.delivery.VerdictRows.Said;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns what a run finds into entitlements and differences: what is new is made and told, what is lost lapses while nothing is
 * approved, what cannot be told any more waits, and what was paid is only spoken of.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RunKeeping {

    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final VerdictRows verdicts;
    private final MatchRuns runs;
    private final Successions successions;
    private final ClawbackRule clawback;
    private final DeliveryNews news;

    RunKeeping(
            EntitlementRows rows,
            EntitlementTimeline timeline,
            VerdictRows verdicts,
            MatchRuns runs,
            Successions successions,
            ClawbackRule clawback,
            DeliveryNews news) {
        this.rows = rows;
        this.timeline = timeline;
        this.verdicts = verdicts;
        this.runs = runs;
        this.successions = successions;
        this.clawback = clawback;
        this.news = news;
    }

    /** A subject and a clause. */
    record Of(SubjectId subject, String clause) {
        static Of of(Judgement one) {
            return new Of(one.subject().id(), one.clause().id());
        }

        static Of of(Entitlement one) {
            return new Of(one.subject().id(), one.clause());
        }
    }

    /**
     * How things stood before, its entitlements locked.
     *
     * @param earlier what was approved or paid and not given back, by enterprise
     */
    record Before(
            Collection<Long> enterprises,
            List<Entitlement> entitlements,
            Map<Of, Said> verdicts,
            Map<Long, List<Earlier>> earlier) {}

    /** The enterprises that have something due or paid. */
    List<Long> concerned() {
        return rows.concerned();
    }

    Before before(Collection<Long> enterprises, LocalDate day) {
        List<Entitlement> entitlements = rows.lockOf(enterprises);
        return new Before(enterprises, entitlements, verdicts.of(enterprises), successions.earlier(enterprises, day));
    }

    void keep(MatchRun run, Before before, List<Judgement> judged, Matcher matcher, Signature by) {
        Map<Of, List<Entitlement>> there = new HashMap<>();
        before.entitlements()
                .forEach(one -> there.computeIfAbsent(Of.of(one), of -> new ArrayList<>())
                        .add(one));
        Map<Of, Judgement> now = new HashMap<>();
        judged.forEach(one -> now.put(Of.of(one), one));
        Map<SubjectId, Long> roots = successions.roots(judged.stream()
                .filter(one -> one.kind() == Kind.ENTITLED)
                .map(one -> one.subject().id())
                .distinct()
                .toList());
        for (Judgement one : judged) {
            Said last = before.verdicts().get(Of.of(one));
            found(run, one, there.getOrDefault(Of.of(one), List.of()), last, roots, by);
        }
        for (Entitlement one : before.entitlements()) {
            if (matcher.speaksOf(one.clause()) && isOf(one, run.day().getYear())) {
                left(run, one, now.get(Of.of(one)), by);
            }
            broken(run, one, now.get(Of.of(one)));
        }
        verdicts.keep(run, before.enterprises(), judged);
    }

    /** What is paid every year is looked at in its own year only. */
    private static boolean isOf(Entitlement one, int year) {
        return one.year() == year || !one.onceKey().startsWith("" + one.year());
    }

    private void found(
            MatchRun run,
            Judgement one,
            List<Entitlement> there,
            @Nullable Said last,
            Map<SubjectId, Long> roots,
            Signature by) {
        if (isOutdone(one) && (last == null || !last.zh().equals(one.zh()))) {
            runs.add(run, difference(Difference.Kind.CONFLICT, one, one.dueFen(), one.paidFen(), null));
        }
        if (one.kind() == Kind.FAULT && (last == null || last.kind() != Kind.FAULT)) {
            runs.add(run, difference(Difference.Kind.FAULT, one, null, null, null));
        }
        if (one.kind() != Kind.ENTITLED) return;
        long root = roots.getOrDefault(one.subject().id(), one.subject().id().enterprise());
        String once = OnceKey.of(
                one.clause().terms().once(), one.subject().id(), run.day().getYear());
        Optional<Entitlement> same =
                there.stream().filter(known -> known.onceKey().equals(once)).findFirst();
        if (same.isPresent()) {
            again(run, one, same.get(), by);
            return;
        }
        Optional<String> number =
                rows.insert(new EntitlementRows.Fresh(one, root, once, run.day().getYear()), by);
        if (number.isPresent()) {
            Entitlement made = rows.lock(number.get());
            timeline.add(made, "FIND", made.state(), one.zh(), one.en(), by);
            runs.add(run, difference(Difference.Kind.NEW, one, null, one.paidFen(), made.number()));
            tell(made, by);
        } else if (last == null || last.kind() != Kind.ENTITLED) {
            Judgement twice = one.outcome(
                    Kind.OUTDONE,
                    0,
                    "同一条款已以另一名义发现，只能享受一次",
                    "the same clause was found under another name, and is due once");
            runs.add(run, difference(Difference.Kind.CONFLICT, twice, one.dueFen(), null, null));
        }
    }

    /** By whom it is outdone, or what cut it, is said each time it is otherwise. */
    private static boolean isOutdone(Judgement one) {
        return one.kind() == Kind.OUTDONE
                || one.kind() == Kind.ENTITLED
                        && one.dueFen() != null
                        && !one.dueFen().equals(one.paidFen());
    }

    private void again(MatchRun run, Judgement one, Entitlement known, Signature by) {
        if (known.state().isCommitted()) return;
        boolean otherAmount = !Objects.equals(known.dueFen(), one.paidFen());
        if (known.state() instanceof EntitlementState.Lapsed && !wasEndedByHand(known)) {
            rows.revise(known, one);
            EntitlementState after = known.state().findAgain();
            rows.move(known, after, by);
            timeline.add(known, "FIND_AGAIN", after, one.zh(), one.en(), by);
            runs.add(run, difference(Difference.Kind.NEW, one, null, one.paidFen(), known.number()));
            tell(rows.lock(known.number()), by);
            return;
        }
        if (known.state() instanceof EntitlementState.Lapsed) return;
        if (!otherAmount) {
            if (!known.doubt().isEmpty()) rows.revise(known, one);
            return;
        }
        runs.add(run, difference(Difference.Kind.AMOUNT, one, known.dueFen(), one.paidFen(), known.number()));
        if (known.state() instanceof EntitlementState.Proposed) {
            rows.doubt(known, "本次计算金额变为 " + Said.yuan(one.paidFen()) + " 元，请退回后重新公示");
            return;
        }
        rows.revise(known, one);
        EntitlementState after =
                known.state() instanceof EntitlementState.Noticed ? new EntitlementState.Consented() : known.state();
        if (after != known.state()) rows.move(known, after, by);
        timeline.add(
                known,
                "AMOUNT",
                after,
                Said.yuan(known.dueFen()) + " → " + Said.yuan(one.paidFen()) + " 元",
                Said.yuan(known.dueFen()) + " → " + Said.yuan(one.paidFen()) + " yuan",
                by);
    }

    /** What an officer ended stays ended. */
    private boolean wasEndedByHand(Entitlement one) {
        return timeline.of(one).reversed().stream()
                .filter(event -> event.state().equals("LAPSED"))
                .findFirst()
                .map(event -> !event.kind().equals("LOSE"))
                .orElse(false);
    }

    private void left(MatchRun run, Entitlement one, @Nullable Judgement now, Signature by) {
        if (one.state().isCommitted() || one.state() instanceof EntitlementState.Lapsed) return;
        if (now != null && now.kind() == Kind.ENTITLED) return;
        String zh = now == null ? "企业已不在名录，或不再在适用范围内" : now.zh();
        String en = now == null ? "the enterprise left the list, or is no longer in its scope" : now.en();
        if (now != null && (now.kind() == Kind.NEEDS || now.kind() == Kind.FAULT)) {
            if (!one.doubt().equals(zh)) {
                rows.doubt(one, zh);
                if (now.kind() == Kind.NEEDS) {
                    runs.add(run, difference(Difference.Kind.UNCERTAIN, one, one.dueFen(), one.dueFen(), zh, en));
                }
            }
            return;
        }
        if (one.state() instanceof EntitlementState.Proposed) {
            if (!one.doubt().equals(zh)) {
                rows.doubt(one, zh);
                runs.add(run, difference(Difference.Kind.LOST, one, one.dueFen(), null, zh, en));
            }
            return;
        }
        EntitlementState after = new EntitlementState.Lapsed();
        rows.move(one, after, by);
        timeline.add(one, "LOSE", after, zh, en, by);
        runs.add(run, difference(Difference.Kind.LOST, one, one.dueFen(), null, zh, en));
        news.tell(one, "lost/" + one.version(), one.title() + "：不再应享", zh);
    }

    /** Paid, within the months of the clawback, and not so any more: said once, when it breaks. */
    private void broken(MatchRun run, Entitlement one, @Nullable Judgement now) {
        LocalDate until = one.dates().reclaimableUntil();
        if (!(one.state() instanceof EntitlementState.Paid)
                || until == null
                || run.day().isAfter(until)) return;
        boolean fails = now == null || now.kind() == Kind.NOT;
        if (!fails && now != null) fails = clawback.says(now.clause(), now.subject(), run.day());
        if (fails && !runs.saidBroken(one)) {
            String zh = now == null ? "企业已不在名录，或不再在适用范围内" : now.zh();
            String en = now == null ? "the enterprise left the list, or is no longer in its scope" : now.en();
            runs.add(run, difference(Difference.Kind.BROKEN, one, one.grantedFen(), null, zh, en));
        }
    }

    private void tell(Entitlement made, Signature by) {
        if (!news.canBeTold(made)) return;
        EntitlementState after = new EntitlementState.Told();
        rows.move(made, after, by);
        timeline.add(made, "TELL", after, "", "", by);
        Long due = made.dueFen();
        news.tell(
                made,
                "found/" + made.version(),
                "您可享受：" + made.title() + (due == null ? "" : "，" + Said.yuan(due) + " 元"),
                made.reason().zh());
    }

    private static Difference difference(
            Difference.Kind kind,
            Judgement one,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable String entitlement) {
        return new Difference(
                kind,
                new Entitlement.Subject(
                        one.subject().id(),
                        one.enterprise().name(),
                        one.subject().name()),
                Objects.requireNonNull(one.enterprise().subject().region()),
                one.clause().id(),
                one.clause().text().title(),
                one.clause().text().titleEn(),
                before,
                after,
                entitlement,
                one.zh(),
                one.en());
    }

    private static Difference difference(
            Difference.Kind kind, Entitlement one, @Nullable Long before, @Nullable Long after, String zh, String en) {
        return new Difference(
                kind,
                one.subject(),
                one.region(),
                one.clause(),
                one.title(),
                one.titleEn(),
                before,
                after,
                one.number(),
                zh,
                en);
    }
}
