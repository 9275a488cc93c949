package org.diaodu.server.dispatch;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.attachments.AttachmentHost;
import org.diaodu.server.pages.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases with their plans and timelines, as far as the caller sees them. */
@Component
@Transactional(readOnly = true)
public class Cases {

    private final CaseRows rows;
    private final MeasureRows measures;
    private final Timeline timeline;

    Cases(CaseRows rows, MeasureRows measures, Timeline timeline) {
        this.rows = rows;
        this.measures = measures;
        this.timeline = timeline;
    }

    public Optional<DispatchCase> find(String number) {
        return rows.find(number);
    }

    /** The case of this number, or a page that says there is none. */
    public DispatchCase get(String number) {
        return rows.find(number).orElseThrow(() -> notThere(number));
    }

    /** The measures the caller sees. */
    public List<Measure> measures(DispatchCase one) {
        return measures.of(one);
    }

    /** What happened, oldest first. */
    public List<CaseEvent> timeline(DispatchCase one) {
        return timeline.of(one);
    }

    /** Every case of an enterprise, the latest first. */
    public List<DispatchCase> ofEnterprise(long enterprise) {
        return rows.ofEnterprise(enterprise);
    }

    /** The verbs the caller may do to the case as it stands. */
    public Set<Verb> possible(DispatchCase one) {
        Caller caller = Callers.current();
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        for (Verb verb : one.state().possible()) if (CaseRights.may(caller, one, verb)) verbs.add(verb);
        if (one.state().waitsForAnybodyBut(caller.name())) verbs.removeAll(Set.of(Verb.AGREE, Verb.CHECK));
        return verbs;
    }

    /** Whether the caller may write the plan as the case stands. */
    public boolean mayPlan(DispatchCase one) {
        return one.state().isPlanning() && CaseRights.mayPlan(Callers.current(), one);
    }

    /** Whether the caller may share measures and drop them. */
    public boolean mayManage(DispatchCase one) {
        return !one.state().isSignedOff() && CaseRights.mayPlan(Callers.current(), one);
    }

    /** Whether the caller may report on the measure as things stand. */
    public boolean mayReport(DispatchCase one, Measure measure) {
        return measure.state() == MeasureState.AGREED
                && one.state().isWorking()
                && CaseRights.mayReport(Callers.current(), one, measure);
    }

    /** What files may be done with on the case as things stand. */
    public AttachmentHost.Thing attaching(DispatchCase one) {
        Caller caller = Callers.current();
        return new AttachmentHost.Thing(page(one), CaseRights.mayAttach(caller, one), mayManage(one));
    }

    /** The same on one of its measures. */
    public AttachmentHost.Thing attaching(DispatchCase one, Measure measure) {
        boolean mayAdd = CaseRights.mayAttach(Callers.current(), one, measure);
        return new AttachmentHost.Thing(page(one), mayAdd, mayManage(one));
    }

    private static String page(DispatchCase one) {
        return "/dispatch/cases/" + one.number();
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "DC21",
                "没有调度单 " + number + "，或它不在您的范围内。",
                "There is no case " + number + ", or it is outside your own.");
    }
}
