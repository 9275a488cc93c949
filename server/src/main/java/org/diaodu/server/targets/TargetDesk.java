package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.rulebook.Rules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One target as its page shows it: parts, figures, what it takes, what happened, and what the caller may do. */
@Component
@Transactional(readOnly = true)
public class TargetDesk {

    private final TargetRows rows;
    private final TargetReportRows reports;
    private final TargetTimeline timeline;
    private final TargetSteps steps;
    private final Standings standings;
    private final PlatformFigures figures;
    private final Units units;
    private final Rules rules;
    private final BusinessClock clock;

    TargetDesk(
            TargetRows rows,
            TargetReportRows reports,
            TargetTimeline timeline,
            TargetSteps steps,
            Standings standings,
            PlatformFigures figures,
            Units units,
            Rules rules,
            BusinessClock clock) {
        this.rows = rows;
        this.reports = reports;
        this.timeline = timeline;
        this.steps = steps;
        this.standings = standings;
        this.figures = figures;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /** What a target was broken down to, as far as the caller sees it. */
    public Parts parts(Target target) {
        return new Parts(target, rows.parts(target));
    }

    /** What it is part of; empty for none, and for one the caller does not see. */
    public Optional<Target> whole(Target target) {
        return Optional.ofNullable(target.parent()).flatMap(rows::find);
    }

    /** What it replaced. */
    public Optional<Target> replaced(Target target) {
        return Optional.ofNullable(target.replaces()).flatMap(rows::find);
    }

    /** What replaced it, or is proposed to. */
    public Optional<Target> inItsPlace(Target target) {
        return rows.inPlaceOf(target);
    }

    /** Its figures so far, oldest first. */
    public List<Point> course(Target target) {
        return standings.points(target);
    }

    /** What it takes from the latest figure on. */
    public Need need(Target target) {
        return standings.need(target);
    }

    /** Every report, the latest day first. */
    public List<TargetReport> reports(Target target) {
        return reports.of(target);
    }

    /** What happened, oldest first. */
    public List<TargetEvent> timeline(Target target) {
        return timeline.of(target);
    }

    /** What the caller may do to the target as it stands. */
    public Set<Verb> possible(Target target) {
        return TargetRights.may(Callers.current(), target);
    }

    /** Denies whoever may not do this to the target. */
    public void require(Target target, Verb verb) {
        TargetRights.require(Callers.current(), target, verb);
        target.state().require(verb);
    }

    public boolean mayPropose() {
        return TargetRights.mayPropose(Callers.current());
    }

    /** Denies whoever may not propose targets. */
    public void requireProposing() {
        TargetRights.require(mayPropose(), "提出目标", "propose targets");
    }

    /** The regions directly below that have no part yet. */
    public List<Unit> regions(Target target) {
        Set<String> offered = steps.offered(parts(target));
        return units.children(target.region()).stream()
                .filter(unit -> offered.contains(unit.code()))
                .toList();
    }

    /** The member units of its government that have no part yet. */
    public List<MemberUnit> memberUnits(Target target) {
        Set<String> offered = steps.offered(parts(target));
        return steps.unitsOf(target.region()).stream()
                .filter(unit -> offered.contains(unit.code()))
                .toList();
    }

    /** The share of each region below in the base period, per cent, where the platform knows it. */
    public Map<String, BigDecimal> shares(Target target) {
        boolean known = target.measured().filter(one -> one == Measure.VALUE_ADDED_GROWTH).isPresent();
        return known
                ? units.find(target.region())
                        .map(unit -> figures.shares(unit, target.due().getYear()))
                        .orElse(Map.of())
                : Map.of();
    }

    /** The rule its light is by. */
    public Clause rule() {
        return rules.rule(TargetLight.ID).clause(clock.today());
    }
}
