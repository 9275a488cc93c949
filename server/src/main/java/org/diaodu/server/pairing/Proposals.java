package org.diaodu.server.pairing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.dispatch.FallingEnterprises;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairing by rule: the level from the rule, the leader by {@link Distribution}; looked at first, then applied as it was shown. */
@Component
@Transactional
public class Proposals {

    private final PairableRows enterprises;
    private final FallingEnterprises lights;
    private final PairingRule rule;
    private final PairingRows rows;
    private final Leaders leaders;
    private final PairingTimeline timeline;
    private final PairingNotices notices;
    private final BusinessClock clock;

    Proposals(
            PairableRows enterprises,
            FallingEnterprises lights,
            PairingRule rule,
            PairingRows rows,
            Leaders leaders,
            PairingTimeline timeline,
            PairingNotices notices,
            BusinessClock clock) {
        this.enterprises = enterprises;
        this.lights = lights;
        this.rule = rule;
        this.rows = rows;
        this.leaders = leaders;
        this.timeline = timeline;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * What the rule proposes for a region.
     *
     * @param prefix leading digits of the region; "" for all of the caller's
     * @param relevel whether those whose leader is of another level than the rule now says are moved too; else only those
     *     without a leader are placed
     */
    @Transactional(readOnly = true)
    public Proposal propose(String prefix, boolean relevel) {
        PairingRights.requireManage(Callers.current());
        LocalDate today = clock.today();
        Map<Long, String> light = lights();
        List<Pairable> all = enterprises.of(prefix, today);
        Map<Long, Pairing> now = rows.holding(all.stream().map(Pairable::id).toList()).stream()
                .collect(Collectors.toMap(Pairing::enterpriseId, Function.identity()));
        Map<Pool, List<Pairable>> wanted = new TreeMap<>();
        int kept = 0;
        for (Pairable one : all) {
            Unit.Level level = rule.level(one.keyList(), one.size(), light.getOrDefault(one.id(), "数据缺失"), today);
            Pairing has = now.get(one.id());
            boolean stays = has != null
                    && (!relevel
                            || has.leader().unit().level() == level
                            || !PairingRights.mayManage(Callers.current(), has.leader()));
            if (level == null || stays) {
                if (has != null) kept++;
            } else {
                wanted.computeIfAbsent(Pool.of(level, one.region()), _ -> new ArrayList<>())
                        .add(one);
            }
        }
        return proposal(wanted, now, light, kept);
    }

    /** Applies what was shown; where anything of it has changed meanwhile nothing is written. */
    public Outcome apply(String prefix, boolean relevel, String mark) {
        Proposal proposal = propose(prefix, relevel);
        if (!proposal.mark().equals(mark)) return new Outcome.Stale();
        write(proposal, clock.today());
        timeline.add("PAIR", told(proposal));
        return new Outcome.Done(proposal.placed().size());
    }

    /** Writes the pairings, not the timeline. */
    void write(Proposal proposal, LocalDate day) {
        List<Long> ended = proposal.placed().stream()
                .filter(one -> one.now() != null)
                .map(Proposal.Placed::enterpriseId)
                .toList();
        rows.endOf(ended, day, "按规则调整层级");
        rows.insert(
                proposal.placed().stream()
                        .map(one -> new PairingRows.Made(
                                one.enterpriseId(),
                                one.name(),
                                one.region(),
                                one.leader().id(),
                                one.why(),
                                ""))
                        .toList(),
                day,
                Pairing.How.RULE);
        proposal.shares().forEach((leader, count) -> notices.paired(leader, count, day));
    }

    static List<PairingTimeline.Step> told(Proposal proposal) {
        return proposal.placed().stream()
                .map(one -> new PairingTimeline.Step(
                        one.enterpriseId(), one.region(), one.leader().titled() + "。" + one.why()))
                .toList();
    }

    private Proposal proposal(
            Map<Pool, List<Pairable>> wanted, Map<Long, Pairing> now, Map<Long, String> light, int kept) {
        Map<Pool, List<Leader>> pools = leaders.own().stream()
                .filter(Leader::isInPost)
                .collect(Collectors.groupingBy(
                        leader -> new Pool(leader.unit().level(), leader.unit().prefix())));
        List<Proposal.Placed> placed = new ArrayList<>();
        List<Proposal.Without> without = new ArrayList<>();
        wanted.forEach((pool, some) -> {
            Map<Long, Leader> byId = new HashMap<>();
            pools.getOrDefault(pool, List.of()).forEach(leader -> byId.put(leader.id(), leader));
            Map<Long, Distribution.Given> given = Distribution.of(
                    some.stream()
                            .map(one -> new Distribution.Place(one.id(), one.creditCode()))
                            .toList(),
                    byId.values().stream()
                            .map(leader -> new Distribution.Share(leader.id(), leader.enterprises() + leader.coming()))
                            .toList());
            for (Pairable one : some) {
                Distribution.Given share = given.get(one.id());
                Leader leader = share == null ? null : byId.get(share.leader());
                if (share == null || leader == null) {
                    without.add(new Proposal.Without(one.id(), one.name(), one.region(), pool.level()));
                } else {
                    String of = light.getOrDefault(one.id(), "数据缺失");
                    String why = (one.keyList() ? "重点企业，" : "") + one.size().zh() + "，企业灯" + of + "：由"
                            + pool.level().zh() + "级领导包联；" + leader.unit().name() + "在任 " + byId.size()
                            + " 位中当时包联最少（" + share.had() + " 家）。";
                    placed.add(new Proposal.Placed(
                            one.id(), one.name(), one.region(), of, pool.level(), now.get(one.id()), leader, why));
                }
            }
        });
        return new Proposal(placed, without, kept, mark(placed));
    }

    /** The leaders of a level at a place. */
    private record Pool(Unit.Level level, String prefix) implements Comparable<Pool> {

        static Pool of(Unit.Level level, String region) {
            return new Pool(
                    level,
                    switch (level) {
                        case PROVINCE -> region.substring(0, 2);
                        case PREFECTURE -> region.substring(0, 4);
                        case COUNTY -> region;
                    });
        }

        @Override
        public int compareTo(Pool other) {
            int byLevel = level.compareTo(other.level);
            return byLevel != 0 ? byLevel : prefix.compareTo(other.prefix);
        }
    }

    private Map<Long, String> lights() {
        if (Callers.current().scope().equals(Scope.NOTHING)) return Map.of();
        List<Period> periods = lights.periods();
        if (periods.isEmpty()) return Map.of();
        return lights.judged(periods.getLast()).stream()
                .collect(Collectors.toMap(Falling::id, one -> one.light().light()));
    }

    private static String mark(List<Proposal.Placed> placed) {
        var text = new StringBuilder();
        for (Proposal.Placed one : placed) {
            @Nullable Pairing now = one.now();
            text.append(one.enterpriseId())
                    .append(' ')
                    .append(now == null ? 0 : now.id())
                    .append(' ')
                    .append(one.leader().id())
                    .append('\n');
        }
        return digest(text.toString());
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
