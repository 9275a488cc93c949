package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a period unit by unit from the counties up: all expected returns accepted or excused, all units below closed. The
 * province's closing also writes the period to the lake; the database's commit makes that version the one that counts.
 */
@Component
@Transactional
public class Closings {

    private final Units units;
    private final Completeness completeness;
    private final ClosingRows rows;
    private final ObservationReading observations;
    private final LakeObservations lake;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Closings(
            Units units,
            Completeness completeness,
            ClosingRows rows,
            ObservationReading observations,
            LakeObservations lake,
            Audit audit,
            ApplicationEventPublisher events) {
        this.units = units;
        this.completeness = completeness;
        this.rows = rows;
        this.observations = observations;
        this.lake = lake;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Closing> standing(Period period, String region) {
        return rows.standing(period, region);
    }

    /** What stands of a period, by unit. */
    @Transactional(readOnly = true)
    public Map<String, Closing> standing(Period period) {
        return rows.standing(period);
    }

    @Transactional(readOnly = true)
    public List<Closing> history(Period period, String region) {
        return rows.history(period, region);
    }

    /** Closes one unit's period, or refuses with what is missing. */
    public Closing close(Period period, String region) {
        ReportingPeriods.require(period);
        Unit unit = ownUnit(region);
        rows.lock(period, region);
        rows.standing(period, region).ifPresent(Closings::alreadyClosed);
        Map<String, PeriodCount> counts = completeness.byRegion(period);
        PeriodCount own = counts.getOrDefault(region, PeriodCount.NONE);
        requireComplete(unit, own);
        requireClosedBelow(period, unit);
        Integer lakeVersion = unit.level() == Unit.Level.PROVINCE ? writeToLake(period, unit) : null;
        return record(period, unit, total(counts, unit), lakeVersion);
    }

    /** Closes every unit of a province that is still open, from the counties up; for the platform's own jobs. */
    public Closing closeProvince(Period period, String province) {
        ReportingPeriods.require(period);
        Unit top = units.find(province).orElseThrow(() -> unknown(province));
        Map<String, Closing> standing = rows.standing(period);
        Map<String, PeriodCount> counts = completeness.byRegion(period);
        List<Unit> bottomUp = new ArrayList<>(units.within(new Scope(top.prefix(), null)));
        bottomUp.sort(java.util.Comparator.comparing(Unit::level).reversed().thenComparing(Unit::code));
        for (Unit unit : bottomUp) {
            if (!standing.containsKey(unit.code())) {
                rows.lock(period, unit.code());
                requireComplete(unit, counts.getOrDefault(unit.code(), PeriodCount.NONE));
                if (!unit.code().equals(province)) {
                    record(period, unit, total(counts, unit), null);
                }
            }
        }
        return record(period, top, total(counts, top), writeToLake(period, top));
    }

    private int writeToLake(Period period, Unit province) {
        List<EnterprisePeriod> accepted = observations.accepted(period, new Scope(province.prefix(), null));
        return lake.write(period, accepted, province.code() + " " + period.iso());
    }

    private Closing record(Period period, Unit unit, PeriodCount count, @Nullable Integer lakeVersion) {
        int version = rows.insert(
                period,
                unit.code(),
                unit.level().name(),
                count,
                lakeVersion,
                Callers.current().name());
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("version", version);
        after.put("enterprises", count.accepted());
        after.put("excused", count.excused());
        if (lakeVersion != null) {
            after.put("lakeVersion", lakeVersion);
        }
        audit.record("period.close", "closing", unit.code() + " " + period.iso(), null, after, null);
        events.publishEvent(new PeriodClosed(period, unit.code(), version));
        return rows.standing(period, unit.code()).orElseThrow();
    }

    /** Asks for a closed period to be reopened; somebody else has to approve. */
    public void requestReopening(Period period, String region, String reason) {
        ownUnit(region);
        if (reason.isBlank()) {
            throw new StepRefused("CL05", "请填写重开的理由。", "Give the reason for reopening.");
        }
        rows.lock(period, region);
        Closing closing = rows.standing(period, region).orElseThrow(Closings::notClosed);
        if (closing.state() == Closing.State.REOPEN_REQUESTED) {
            throw new StepRefused(
                    "CL06",
                    closing.reopenRequestedBy() + " 已申请重开，等待另一人批准。",
                    closing.reopenRequestedBy() + " has asked for it already; it waits for somebody else's approval.");
        }
        rows.request(period, List.of(region), Callers.current().name(), reason);
        audit.record("period.reopen.request", "closing", region + " " + period.iso(), null, null, reason);
    }

    /** Keeps the period closed. */
    public void decline(Period period, String region, String reason) {
        ownUnit(region);
        rows.lock(period, region);
        requested(period, region);
        rows.decline(period, region);
        audit.record("period.reopen.decline", "closing", region + " " + period.iso(), null, null, reason);
    }

    /** Reopens what was asked for, and every closed unit above it; never by the person who asked. */
    public void approve(Period period, String region) {
        ownUnit(region);
        rows.lock(period, region);
        Closing closing = requested(period, region);
        Unit unit = units.find(region).orElseThrow(() -> unknown(region));
        List<Unit> above = above(unit);
        Map<String, Closing> standing = rows.standing(period);
        List<String> reopened = new ArrayList<>();
        for (Unit higher : above) {
            if (standing.containsKey(higher.code())) {
                reopened.add(higher.code());
            }
        }
        Approval.require(Callers.current(), closing, unit, reopened);
        String reason = closing.reopenReason() == null ? "" : closing.reopenReason();
        String asked = closing.reopenRequestedBy() == null ? "" : closing.reopenRequestedBy();
        rows.request(period, reopened, asked, region + "：" + reason);
        reopened.add(region);
        rows.reopen(period, reopened, Callers.current().name());
        for (String code : reopened) {
            audit.record(
                    "period.reopen",
                    "closing",
                    code + " " + period.iso(),
                    Map.of("version", versionOf(standing, code)),
                    null,
                    reason);
            events.publishEvent(new PeriodReopened(period, code, reason));
        }
    }

    private static int versionOf(Map<String, Closing> standing, String code) {
        Closing closing = standing.get(code);
        return closing == null ? 0 : closing.version();
    }

    private List<Unit> above(Unit unit) {
        List<Unit> above = new ArrayList<>();
        if (unit.level() == Unit.Level.COUNTY) {
            units.find(unit.code().substring(0, 4) + "00").ifPresent(above::add);
        }
        if (unit.level() != Unit.Level.PROVINCE) {
            units.find(unit.code().substring(0, 2) + "0000").ifPresent(above::add);
        }
        return above;
    }

    private Closing requested(Period period, String region) {
        Closing closing = rows.standing(period, region).orElseThrow(Closings::notClosed);
        if (closing.state() != Closing.State.REOPEN_REQUESTED) {
            throw new StepRefused("CL07", "没有待批准的重开申请。", "Nobody has asked for reopening.");
        }
        return closing;
    }

    private void requireClosedBelow(Period period, Unit unit) {
        Map<String, Closing> standing = rows.standing(period);
        List<String> open = units.children(unit.code()).stream()
                .filter(child -> !standing.containsKey(child.code()))
                .map(Unit::name)
                .toList();
        if (!open.isEmpty()) {
            throw new StepRefused(
                    "CL03",
                    "下级还有 " + open.size() + " 个单位未关账："
                            + String.join("、", open.stream().limit(5).toList()) + "。",
                    open.size() + " units below are not closed yet: "
                            + String.join(", ", open.stream().limit(5).toList()) + ".");
        }
    }

    private static void requireComplete(Unit unit, PeriodCount own) {
        if (own.pending() > 0) {
            throw new StepRefused(
                    "CL02",
                    unit.name() + "还有 " + own.pending() + " 家企业未接受（未报 " + own.missing() + "，待答复 " + own.queried()
                            + "）；请审核接受，或写明理由免报。",
                    unit.name() + " has " + own.pending() + " enterprises not accepted (not filed " + own.missing()
                            + ", queried " + own.queried() + "). Accept them, or excuse them with a reason.");
        }
    }

    private static PeriodCount total(Map<String, PeriodCount> counts, Unit unit) {
        return counts.entrySet().stream()
                .filter(entry -> unit.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(PeriodCount.NONE, PeriodCount::plus);
    }

    private Unit ownUnit(String region) {
        Caller caller = Callers.current();
        if (!caller.isSystem()) {
            Callers.requireUnit(region);
        }
        return units.find(region).orElseThrow(() -> unknown(region));
    }

    private static void alreadyClosed(Closing closing) {
        throw new StepRefused(
                "CL01",
                closing.closedBy() + " 已经关账（第 " + closing.version() + " 版）。",
                closing.closedBy() + " has closed it already (version " + closing.version() + ").");
    }

    private static StepRefused notClosed() {
        return new StepRefused("CL04", "该单位本期没有关账。", "The unit has not closed this period.");
    }

    private static StepRefused unknown(String region) {
        return new StepRefused("CL08", "没有单位 " + region + "。", "There is no unit " + region + ".");
    }
}
