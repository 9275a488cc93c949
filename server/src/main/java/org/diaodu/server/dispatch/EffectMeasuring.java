package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.growth.effect.Campaign;
import org.diaodu.growth.effect.CaseEffect;
import org.diaodu.growth.effect.Design;
import org.diaodu.growth.effect.GroupEffect;
import org.diaodu.growth.effect.Panel;
import org.diaodu.growth.effect.Unmeasured;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.dispatch.EffectBasis.Found;
import org.diaodu.server.dispatch.EffectBasis.Subject;
import org.diaodu.server.dispatch.EffectRows.Line;
import org.diaodu.standards.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures what cases did, in the background: soon after a period is closed or reopened or a growth parameter changes, and
 * when cases have changed, at most so often. Of several platforms on one database one measures, holding a lock that ends
 * with it; a platform that is killed leaves the last figures as they were.
 */
@Component
public class EffectMeasuring {

    private static final Logger log = LoggerFactory.getLogger(EffectMeasuring.class);

    private final Units units;
    private final EffectBasis basis;
    private final EffectRows rows;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final AtomicBoolean busy = new AtomicBoolean();

    EffectMeasuring(Units units, EffectBasis basis, EffectRows rows, PlatformTransactionManager transactions) {
        this.units = units;
        this.basis = basis;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** On a thread of its own, since others wait for the one that keeps the time. */
    @Scheduled(initialDelayString = "${diaodu.effects.first:10s}", fixedDelayString = "${diaodu.effects.every:1m}")
    void sweep() {
        if (!busy.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("effects").start(() -> {
            try {
                measureWhatChanged();
            } catch (RuntimeException e) {
                log.warn("the effect of cases could not be measured", e);
            } finally {
                busy.set(false);
            }
        });
    }

    /** Measures every province whose figures or cases have changed; gives how many were measured. */
    public int measureWhatChanged() {
        return AsSystem.call("effect of cases", () -> {
            int measured = 0;
            for (Unit unit : units.within(Scope.EVERYTHING)) {
                if (unit.level() == Unit.Level.PROVINCE && isDue(unit) && measure(unit)) measured++;
            }
            return measured;
        });
    }

    private boolean isDue(Unit province) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> rows.isDue(province, basis.figuresRevision(province), basis.casesRevision(province))));
    }

    private boolean measure(Unit province) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> rows.lock(province) && measured(province)));
        } catch (RuntimeException e) {
            aside.executeWithoutResult(status -> rows.failed(province, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private boolean measured(Unit province) {
        Found found = basis.of(province);
        Panel.Builder panel = Panel.builder();
        for (int i = 0; i < found.periods().size(); i++) {
            Period period = found.periods().get(i);
            tell(province, "READING", i, found.periods().size());
            panel.add(found.figures().observations(period), found.figures().parameters(period));
        }
        tell(province, "COMPARING", found.periods().size(), found.periods().size());
        List<Line> lines = lines(province, found, panel.build());
        tell(province, "KEEPING", found.periods().size(), found.periods().size());
        rows.keep(province, found, lines);
        return true;
    }

    private void tell(Unit province, String stage, int done, int whole) {
        aside.executeWithoutResult(status -> rows.stage(province, stage, done, whole));
    }

    private static List<Line> lines(Unit province, Found found, Panel panel) {
        Map<String, Subject> subjects =
                found.cases().stream().collect(Collectors.toMap(one -> "" + one.id(), Function.identity()));
        Campaign campaign = Campaign.measure(
                panel,
                found.cases().stream()
                        .map(one -> new org.diaodu.growth.effect.DispatchCase(
                                "" + one.id(), one.creditCode(), one.opened()))
                        .toList(),
                Design.STANDARD);
        List<Line> lines = new ArrayList<>();
        for (CaseEffect effect : campaign.effects()) {
            lines.add(Line.of(subject(subjects, effect.dispatchCase().id()), effect, panel));
        }
        for (Unmeasured one : campaign.unmeasured()) {
            lines.add(Line.without(
                    subject(subjects, one.dispatchCase().id()), one.reason().name()));
        }
        found.doubles().forEach(one -> lines.add(Line.without(one, EffectReason.EARLIER_CASE.name())));
        for (String scope : scopes(province, found.cases())) {
            for (EffectGroup.Kind kind : EffectGroup.Kind.values()) {
                lines.addAll(groups(scope, kind, campaign, subjects));
            }
        }
        return lines;
    }

    /** The province and every city and county with a case. */
    private static Collection<String> scopes(Unit province, List<Subject> cases) {
        var scopes = new TreeSet<String>(List.of(province.code()));
        for (Subject one : cases) {
            scopes.add(one.region());
            scopes.add(city(one.region()));
        }
        return scopes;
    }

    private static List<Line> groups(
            String scope, EffectGroup.Kind kind, Campaign campaign, Map<String, Subject> subjects) {
        String prefix = scope.replaceFirst("(00)+$", "");
        Function<org.diaodu.growth.effect.DispatchCase, Collection<String>> groups = one -> {
            Subject subject = subject(subjects, one.id());
            return subject.region().startsWith(prefix) ? codes(kind, subject) : List.of();
        };
        Map<String, Integer> neighbours = new java.util.HashMap<>();
        for (CaseEffect effect : campaign.effects()) {
            for (String code : groups.apply(effect.dispatchCase())) {
                neighbours.merge(code, effect.neighbours().size(), Integer::sum);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (GroupEffect group : campaign.by(groups)) {
            lines.add(Line.of(scope, kind, group, neighbours.getOrDefault(group.group(), 0)));
        }
        return lines;
    }

    private static List<String> codes(EffectGroup.Kind kind, Subject one) {
        return switch (kind) {
            case ALL -> List.of("");
            case CAUSE -> one.causes();
            case MEASURE -> one.kinds();
            case UNIT -> List.of(one.leadUnit());
            case CITY -> List.of(city(one.region()));
        };
    }

    private static String city(String region) {
        return region.substring(0, 4) + "00";
    }

    private static Subject subject(Map<String, Subject> subjects, String id) {
        Subject subject = subjects.get(id);
        if (subject == null) throw new IllegalStateException("no case " + id + " was given");
        return subject;
    }
}
