package org.diaodu.server.dispatch;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads cases of the past by replaying what happened to them: what could not have happened is refused. */
@Component
@Transactional
public class CaseLoading {

    private static final int ALL = 100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final FallingEnterprises enterprises;
    private final OpeningRows openings;
    private final CaseRows rows;
    private final MeasureRows measures;
    private final CaseSteps steps;
    private final Timeline timeline;
    private final MemberUnits units;

    CaseLoading(
            FallingEnterprises enterprises,
            OpeningRows openings,
            CaseRows rows,
            MeasureRows measures,
            CaseSteps steps,
            Timeline timeline,
            MemberUnits units) {
        this.enterprises = enterprises;
        this.openings = openings;
        this.rows = rows;
        this.measures = measures;
        this.steps = steps;
        this.timeline = timeline;
        this.units = units;
    }

    /** Loads cases opened by the returns of a period; every enterprise is one of the key list that has filed it. */
    public void load(Period period, List<PastCase> cases) {
        Map<Long, Falling> judged =
                enterprises.judged(period).stream().collect(Collectors.toMap(Falling::id, Function.identity()));
        Map<String, MemberUnit> byCode =
                units.all().stream().collect(Collectors.toMap(MemberUnit::code, Function.identity()));
        Map<Opened, List<Falling>> batches = new LinkedHashMap<>();
        for (PastCase one : cases) {
            Falling enterprise = judged.get(one.enterpriseId());
            if (enterprise == null) {
                throw new IllegalArgumentException(
                        "DC25 enterprise " + one.enterpriseId() + " is not on the key list or has not filed "
                                + period.iso() + ". Maybe load its returns first.");
            }
            batches.computeIfAbsent(new Opened(one.leadUnit(), one.opened()), _ -> new ArrayList<>())
                    .add(enterprise);
        }
        batches.forEach((opened, chosen) -> openings.insert(
                period,
                chosen,
                unit(byCode, opened.lead()),
                Map.of(),
                opened.by(),
                opened.by().at().atZone(CHINA).getYear()));
        for (PastCase one : cases) replay(one, byCode);
    }

    private record Opened(String lead, Signature by) {}

    private void replay(PastCase past, Map<String, MemberUnit> byCode) {
        String number = rows.ofEnterprise(past.enterpriseId()).getFirst().number();
        if (!past.measures().isEmpty()) plan(rows.lock(number), past, byCode);
        List<Measure> plan = measures.of(rows.lock(number));
        for (PastCase.Step step : past.steps()) {
            DispatchCase one = rows.lock(number);
            switch (step) {
                case PastCase.Step.Of(Verb verb, String words, Signature by) -> steps.replay(one, verb, words, by);
                case PastCase.Step.Progress(int index, int progressPct, String words, Signature by) ->
                    report(one, plan.get(index), progressPct, words, by);
                case PastCase.Step.Share(int index, String words, Signature by) -> {
                    measures.share(plan.get(index), true);
                    Object after = Map.of("measure", plan.get(index).id());
                    timeline.add(one, plan.get(index).id(), "MEASURE_SHARE", words, null, after, by);
                }
            }
        }
    }

    private void plan(DispatchCase one, PastCase past, Map<String, MemberUnit> byCode) {
        rows.causes(one, past.causes(), past.causeWords());
        timeline.add(one, "CAUSES", one.state(), past.causeWords(), past.planned());
        for (MeasureForm form : past.measures()) {
            long id = measures.insert(one, form, unit(byCode, form.ownerUnit()));
            timeline.add(one, id, "MEASURE_ADD", form.words(), null, form, past.planned());
        }
        rows.gatherUnits(one);
    }

    private void report(DispatchCase one, Measure planned, int progressPct, String words, Signature by) {
        one.state().requireWork();
        Measure measure = measures.find(one, planned.id()).orElseThrow();
        boolean done = progressPct == ALL;
        MeasureState after = done
                ? measure.state().finish(words)
                : measure.state().progress(measure.progressPct(), progressPct, words);
        measures.move(measure, after, progressPct, done ? words : measure.outcome());
        Object told = Map.of("measure", measure.id(), "progressPct", progressPct);
        timeline.add(one, measure.id(), done ? "MEASURE_DONE" : "MEASURE_PROGRESS", words, progressPct, told, by);
    }

    private static MemberUnit unit(Map<String, MemberUnit> byCode, String code) {
        MemberUnit unit = byCode.get(code);
        if (unit == null) throw new IllegalArgumentException("DC26 there is no member unit \"" + code + "\"");
        return unit;
    }
}
