package org.diaodu.server.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the plan of a case and reports on its measures. */
@Component
@Transactional
public class PlanSteps {

    private static final int LONGEST = 4_000;
    private static final int ALL = 100;

    private final CaseRows rows;
    private final MeasureRows measures;
    private final MemberUnits units;
    private final Timeline timeline;

    PlanSteps(CaseRows rows, MeasureRows measures, MemberUnits units, Timeline timeline) {
        this.rows = rows;
        this.measures = measures;
        this.units = units;
        this.timeline = timeline;
    }

    /** Notes why output falls, on the version of the case the caller saw. */
    public Outcome noteCauses(String number, int version, Set<Cause> causes, String words) {
        DispatchCase one = planning(number);
        if (one.version() != version) return new Outcome.Stale(one.version());
        if (words.length() > LONGEST) return fault("words", "dispatch.fault.long");
        rows.causes(one, causes, words.strip());
        timeline.add(one, "CAUSES", one.state(), words.strip(), timeline.signature());
        return new Outcome.Done();
    }

    /** Adds a measure to a plan that is being written. */
    public Outcome add(String number, int version, MeasureForm form) {
        DispatchCase one = planning(number);
        if (one.version() != version) return new Outcome.Stale(one.version());
        Map<String, String> faults = faults(form);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        long id = measures.insert(one, form, owner(form));
        rows.gatherUnits(one);
        timeline.add(one, id, "MEASURE_ADD", form.words(), null, form, timeline.signature());
        return new Outcome.Done();
    }

    /** Writes a measure anew; it is to be agreed again. */
    public Outcome edit(String number, long id, int version, MeasureForm form) {
        DispatchCase one = planning(number);
        Measure measure = get(one, id);
        if (measure.version() != version) return new Outcome.Stale(measure.version());
        Map<String, String> faults = faults(form);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        measures.rewrite(measure, form, owner(form), measure.state().edit());
        rows.gatherUnits(one);
        timeline.add(one, id, "MEASURE_EDIT", form.words(), null, form, timeline.signature());
        return new Outcome.Done();
    }

    /** Reports how far a measure is. */
    public Outcome progress(String number, long id, int version, int progressPct, String words) {
        if (progressPct < 0 || progressPct > ALL) return fault("progress", "dispatch.fault.progress");
        return report(number, id, version, "MEASURE_PROGRESS", words, measure -> {
            MeasureState after = measure.state().progress(measure.progressPct(), progressPct, words);
            measures.move(measure, after, progressPct, measure.outcome());
            return progressPct;
        });
    }

    /** Reports a measure done, with its evidence. */
    public Outcome finish(String number, long id, int version, String evidence) {
        return report(number, id, version, "MEASURE_DONE", evidence, measure -> {
            measures.move(measure, measure.state().finish(evidence), ALL, evidence.strip());
            return ALL;
        });
    }

    /** Gives a measure up, with a reason. */
    public Outcome drop(String number, long id, int version, String reason) {
        DispatchCase one = rows.lock(number);
        CaseRights.require(CaseRights.mayPlan(Callers.current(), one), "取消措施", "drop a measure");
        if (!one.state().isPlanning()) one.state().requireWork();
        Measure measure = get(one, id);
        if (measure.version() != version) return new Outcome.Stale(measure.version());
        if (reason.length() > LONGEST) return fault("words", "dispatch.fault.long");
        measures.move(measure, measure.state().drop(reason), measure.progressPct(), reason.strip());
        timeline.add(
                one,
                id,
                "MEASURE_DROP",
                reason.strip(),
                null,
                Map.of("measure", id, "state", "DROPPED"),
                timeline.signature());
        return new Outcome.Done();
    }

    /** Shows a measure to the enterprise, or no longer. */
    public Outcome share(String number, long id, int version, boolean shared) {
        DispatchCase one = rows.lock(number);
        CaseRights.require(CaseRights.mayPlan(Callers.current(), one), "设置共享", "share a measure");
        Measure measure = get(one, id);
        if (measure.version() != version) return new Outcome.Stale(measure.version());
        measures.share(measure, shared);
        timeline.add(
                one,
                id,
                shared ? "MEASURE_SHARE" : "MEASURE_HIDE",
                "",
                null,
                Map.of("measure", id),
                timeline.signature());
        return new Outcome.Done();
    }

    private Outcome report(
            String number, long id, int version, String kind, String words, Function<Measure, Integer> work) {
        DispatchCase one = rows.lock(number);
        Measure measure = get(one, id);
        CaseRights.require(CaseRights.mayReport(Callers.current(), one, measure), "报告措施进展", "report on a measure");
        if (measure.version() != version) return new Outcome.Stale(measure.version());
        one.state().requireWork();
        if (words.length() > LONGEST) return fault("words", "dispatch.fault.long");
        Integer progressPct = work.apply(measure);
        Map<String, Object> after = Map.of("measure", id, "progressPct", progressPct);
        timeline.add(one, id, kind, words.strip(), progressPct, after, timeline.signature());
        return new Outcome.Done();
    }

    private DispatchCase planning(String number) {
        DispatchCase one = rows.lock(number);
        CaseRights.require(CaseRights.mayPlan(Callers.current(), one), "修改方案", "edit the plan");
        one.state().requirePlanning();
        return one;
    }

    private Measure get(DispatchCase one, long id) {
        return measures.find(one, id)
                .orElseThrow(() -> Problem.notFound(
                        "DC22",
                        "调度单 " + one.number() + " 没有编号 " + id + " 的措施。",
                        "Case " + one.number() + " has no measure " + id + "."));
    }

    private Map<String, String> faults(MeasureForm form) {
        var faults = new LinkedHashMap<>(form.faults());
        if (!faults.containsKey("ownerUnit") && !isOpen(form.ownerUnit()))
            faults.put("ownerUnit", "dispatch.fault.unit");
        if (!form.helpers().stream().allMatch(this::isOpen)) faults.put("helpers", "dispatch.fault.unit");
        return faults;
    }

    private boolean isOpen(String code) {
        return units.find(code).filter(unit -> !unit.closed()).isPresent();
    }

    private MemberUnit owner(MeasureForm form) {
        return units.find(form.ownerUnit()).orElseThrow();
    }

    private static Outcome fault(String field, String key) {
        return new Outcome.Faulty(Map.of(field, key));
    }
}
