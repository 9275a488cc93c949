package org.diaodu.server.policies.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.SubjectFacts;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the open run in the background, some enterprises in a transaction at a time with all that is found of them. Of
 * several platforms on one database one works on it, holding a lock that ends with it; one that is killed has written whole
 * transactions, and the next goes on after the last.
 */
@Component
public class Matching {

    private static final Logger log = LoggerFactory.getLogger(Matching.class);
    private static final int TOGETHER = 200;

    private final MatchRuns runs;
    private final ClausesInForce clauses;
    private final SubjectFacts facts;
    private final RunKeeping keeping;
    private final Signatures signatures;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final AtomicBoolean busy = new AtomicBoolean();

    Matching(
            MatchRuns runs,
            ClausesInForce clauses,
            SubjectFacts facts,
            RunKeeping keeping,
            Signatures signatures,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.clauses = clauses;
        this.facts = facts;
        this.keeping = keeping;
        this.signatures = signatures;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** On a thread of its own, since others wait for the one that keeps the time. */
    @Scheduled(initialDelayString = "${diaodu.matching.first:15s}", fixedDelayString = "${diaodu.matching.every:20s}")
    public void begin() {
        if (!busy.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("matching").start(() -> {
            try {
                work();
            } catch (RuntimeException e) {
                log.warn("the run of all clauses was not completed; what was written is whole", e);
            } finally {
                busy.set(false);
            }
        });
    }

    /** Does the open run to its end; false where there is none, or another platform is at it. */
    public boolean work() {
        return AsSystem.call(
                "policy match run",
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    Optional<MatchRun> open = runs.take();
                    open.ifPresent(this::run);
                    return open.isPresent();
                })));
    }

    private void run(MatchRun run) {
        try {
            var matcher = new Matcher(clauses.on(run.day()), run.day());
            List<Long> listed = enterprises(run);
            aside.executeWithoutResult(status -> runs.begin(run, matcher.clauses(), listed.size()));
            List<Long> left = listed.stream().filter(id -> id > run.upto()).toList();
            for (int from = 0; from < left.size(); from += TOGETHER) {
                List<Long> some = left.subList(from, Math.min(from + TOGETHER, left.size()));
                aside.executeWithoutResult(status -> some(run, matcher, some, signatures.now()));
            }
            aside.executeWithoutResult(status -> runs.finish(run));
        } catch (RuntimeException e) {
            aside.executeWithoutResult(status -> runs.failed(run, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** In the transaction of whoever loads a platform, all at once. */
    void runWithin(MatchRun run, Signature by) {
        runWithin(run, enterprises(run), by);
    }

    /** Those in the list, and those that left it with something due or paid. */
    private List<Long> enterprises(MatchRun run) {
        var all = new TreeSet<>(facts.listed(run.day()));
        all.addAll(keeping.concerned());
        return List.copyOf(all);
    }

    void runWithin(MatchRun run, List<Long> enterprises, Signature by) {
        var matcher = new Matcher(clauses.on(run.day()), run.day());
        runs.begin(run, matcher.clauses(), enterprises.size());
        for (int from = 0; from < enterprises.size(); from += TOGETHER) {
            some(run, matcher, enterprises.subList(from, Math.min(from + TOGETHER, enterprises.size())), by);
        }
        runs.finish(run);
    }

    private void some(MatchRun run, Matcher matcher, List<Long> enterprises, Signature by) {
        Map<Long, List<KnownSubject>> subjects = new LinkedHashMap<>();
        List<KnownSubject> known = facts.of(enterprises, run.day());
        known.forEach(one -> subjects.computeIfAbsent(one.id().enterprise(), id -> new ArrayList<>())
                .add(one));
        RunKeeping.Before before = keeping.before(enterprises, run.day());
        List<Judgement> judged = subjects.entrySet().parallelStream()
                .map(one ->
                        matcher.judge(one.getValue(), before.earlier().getOrDefault(one.getKey(), List.<Earlier>of())))
                .flatMap(List::stream)
                .toList();
        keeping.keep(run, before, judged, matcher, by);
        runs.progress(run, enterprises.size(), known.size(), enterprises.getLast());
    }
}
