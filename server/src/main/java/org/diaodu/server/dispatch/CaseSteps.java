package org.diaodu.server.dispatch;

import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of a case, one at a time for each: the state, its event and its audit row commit together. */
@Component
@Transactional
public class CaseSteps {

    private static final int LONGEST = 4_000;

    private final CaseRows rows;
    private final MeasureRows measures;
    private final Timeline timeline;

    CaseSteps(CaseRows rows, MeasureRows measures, Timeline timeline) {
        this.rows = rows;
        this.measures = measures;
        this.timeline = timeline;
    }

    /**
     * Takes one step on the version the caller saw.
     *
     * @param words the reason, or what was found; some verbs need them
     * @throws StepRefused where the verb is not possible as the case stands
     */
    public Outcome step(String number, int version, Verb verb, String words) {
        DispatchCase one = rows.lock(number);
        Caller caller = Callers.current();
        CaseRights.require(CaseRights.may(caller, one, verb), verb.zh(), verb.en());
        if (one.version() != version) return new Outcome.Stale(one.version());
        Signature by = timeline.signature();
        CaseState after = after(one, verb, by.name());
        if (verb.needsWords() && words.isBlank()) return fault("dispatch.fault.words");
        if (words.length() > LONGEST) return fault("dispatch.fault.long");
        move(one, verb, after, words, by);
        return new Outcome.Done();
    }

    /** Takes a step of the past, signed by whoever took it; for loading. */
    void replay(DispatchCase one, Verb verb, String words, Signature by) {
        move(one, verb, after(one, verb, by.name()), words, by);
    }

    private void move(DispatchCase one, Verb verb, CaseState after, String words, Signature by) {
        try {
            rows.move(one, after, by);
        } catch (DuplicateKeyException _) {
            throw new StepRefused(
                    "DC09",
                    "该企业刚刚另开了一张调度单，请在其中办理。",
                    "Another case of the enterprise has just been opened. Maybe go on there.");
        }
        if (verb == Verb.AGREE) measures.agree(one);
        timeline.add(one, verb.name(), after, words, by);
    }

    private CaseState after(DispatchCase one, Verb verb, String by) {
        CaseState state = one.state();
        return switch (verb) {
            case PROPOSE -> state.propose(by, count(one, List.of(MeasureState.PLANNED, MeasureState.AGREED)));
            case SEND_BACK -> state.sendBack();
            case AGREE -> state.agree(by);
            case BEGIN -> state.begin();
            case CHANGE -> state.change();
            case REPORT -> state.report(by, count(one, List.of(MeasureState.PLANNED, MeasureState.AGREED)));
            case CHECK -> state.check(by);
            case SIGN_OFF -> state.signOff();
            case REOPEN -> reopened(one);
        };
    }

    /** The enterprise has no other open case, and its output falls again. */
    private CaseState reopened(DispatchCase one) {
        CaseState after = one.state().reopen(rows.isFalling(one.subject().enterpriseId()));
        rows.ofEnterprise(one.subject().enterpriseId()).stream()
                .filter(other -> !other.state().isSignedOff())
                .findFirst()
                .ifPresent(other -> {
                    throw new StepRefused(
                            "DC09",
                            "该企业已有未销号的调度单 " + other.number() + "，请在其中办理。",
                            "The enterprise has the open case " + other.number() + ". Maybe go on there.");
                });
        return after;
    }

    private long count(DispatchCase one, List<MeasureState> states) {
        return measures.of(one).stream()
                .filter(measure -> states.contains(measure.state()))
                .count();
    }

    private static Outcome fault(String key) {
        return new Outcome.Faulty(Map.of("words", key));
    }
}
