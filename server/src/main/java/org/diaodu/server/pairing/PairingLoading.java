package org.diaodu.server.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.server.access.Addressees;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads leaders, pairings and visits of the past; pairings are those the rule proposes. */
@Component
@Transactional
public class PairingLoading {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Leaders leaders;
    private final Addressees addressees;
    private final Proposals proposals;
    private final PairingRows rows;
    private final Visits visits;
    private final PairingTimeline timeline;

    PairingLoading(
            JdbcClient jdbc,
            Leaders leaders,
            Addressees addressees,
            Proposals proposals,
            PairingRows rows,
            Visits visits,
            PairingTimeline timeline) {
        this.jdbc = jdbc;
        this.leaders = leaders;
        this.addressees = addressees;
        this.proposals = proposals;
        this.rows = rows;
        this.visits = visits;
        this.timeline = timeline;
    }

    /**
     * Somebody to look after enterprises.
     *
     * @param signIn what they sign in with; null for those who do not
     */
    public record NewLeader(
            String name, String post, String unit, @Nullable String signIn) {}

    public void leaders(List<NewLeader> some) {
        for (NewLeader one : some) {
            List<Long> accounts = one.signIn() == null ? List.of() : addressees.named(one.signIn());
            leaders.create(one.name(), one.post(), one.unit(), accounts.isEmpty() ? null : accounts.getFirst());
        }
    }

    /** Pairs what the rule wants, from a day on, signed by whoever did; gives the enterprises with their leaders. */
    public List<Pairing> pair(LocalDate since, String actor, String actorName, String unit) {
        Proposal proposal = proposals.propose("", false);
        proposals.write(proposal, since);
        timeline.add("PAIR", Proposals.told(proposal), actor, actorName, unit, at(since));
        return rows.holding(
                proposal.placed().stream().map(Proposal.Placed::enterpriseId).toList());
    }

    /** Logs visits by whoever looks after the enterprise, the oldest first, and ticks off what came of them. */
    public void visits(List<PastVisit> some) {
        Map<Long, Pairing> now = rows
                .holding(some.stream().map(PastVisit::enterpriseId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Pairing::enterpriseId, Function.identity()));
        for (PastVisit one : some) {
            Pairing pairing = now.get(one.enterpriseId());
            if (pairing == null) {
                throw new IllegalArgumentException(
                        "PR21 enterprise " + one.enterpriseId() + " has no leader who visits it");
            }
            log(one, pairing);
        }
    }

    private void log(PastVisit one, Pairing pairing) {
        String by = pairing.leader().name();
        var form = new VisitForm(
                "past-" + one.enterpriseId() + "-" + one.day(),
                one.day().toString(),
                one.met(),
                one.notes(),
                String.join("\n", one.next()),
                one.due().toString());
        visits.insert(one.enterpriseId(), pairing, form, by, by).ifPresent(visit -> finish(visit, one, by));
        told("VISIT", one, pairing, one.met(), one.day());
        for (String outcome : one.outcomes()) told("FOLLOW_UP", one, pairing, outcome, one.due());
    }

    private void told(String kind, PastVisit one, Pairing pairing, String words, LocalDate day) {
        Leader leader = pairing.leader();
        var step = new PairingTimeline.Step(one.enterpriseId(), pairing.region(), words);
        timeline.add(
                kind, List.of(step), leader.name(), leader.name(), leader.unit().name(), at(day));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(17, 0).atZone(CHINA).toInstant();
    }

    private void finish(long visit, PastVisit one, String by) {
        for (int i = 0; i < one.outcomes().size(); i++) {
            jdbc.sql("""
                    update pairing_follow_up set done_on = :day, outcome = :outcome, done_by_name = :by, version = 1
                    where id = (select id from pairing_follow_up where visit = :visit order by id offset :index limit 1)
                    """)
                    .param("day", one.due())
                    .param("outcome", one.outcomes().get(i))
                    .param("by", by)
                    .param("visit", visit)
                    .param("index", i)
                    .update();
        }
    }
}
