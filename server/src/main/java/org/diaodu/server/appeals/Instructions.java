package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.appeals.AppealTimeline.Said;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.appeals.clock.StepRefused;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.steps.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds the unit that has an appeal, supervises it, or gives the appeal to another: a row of the timeline, the notices and
 * the audit row in one transaction. The clock runs on; the enterprise waits no longer because units change.
 */
@Component
class Instructions {

    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final AppealRouting routing;
    private final AppealSteps steps;

    Instructions(
            AppealRows rows, AppealTimeline timeline, AppealClocks clocks, AppealRouting routing, AppealSteps steps) {
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.routing = routing;
        this.steps = steps;
    }

    /** Gives it on the version the caller saw; the same form sent again gives none. Throws as {@link #require}. */
    @Transactional
    Outcome give(String number, Instruction what, StepForm form) {
        Appeal one = rows.lock(number);
        requireInCharge(one, what);
        if (timeline.has(one, form.once())) return new Outcome.Done(number);
        if (one.version() != form.version()) return new Outcome.Stale(one.version());
        List<AppealEntry> entries = timeline.of(one);
        require(one, entries, what, form.unit());
        if (what.needsWords() && form.words().isEmpty())
            return new Outcome.Faulty(Map.of("words", "appeals.fault.words"));
        if (form.words().length() > AppealForm.LONGEST)
            return new Outcome.Faulty(Map.of("words", "appeals.fault.long"));
        if (settles(one, what)) return steps.step(number, Step.REROUTED, form);
        boolean gives = what == Instruction.GIVE;
        AppealRows.Turn turn = gives ? moved(one, form.unit()) : AppealRows.Turn.of(one);
        var said = new Said(what.kind(), one.round(), form.words(), null, gives ? form.unit() : null, form.once());
        steps.write(one, entries, said, Brought.NOTHING, turn, timeline.signature(one, clocks.now(entries)));
        return new Outcome.Done(number);
    }

    /** Giving away what is disputed settles the dispute. */
    static boolean settles(Appeal one, Instruction what) {
        return what == Instruction.GIVE && one.state().equals("disputed");
    }

    /** What another unit finds that has it from now on. */
    static AppealRows.Turn moved(Appeal one, String unit) {
        List<String> helpers =
                one.helpers().stream().filter(other -> !other.equals(unit)).toList();
        return new AppealRows.Turn(unit, helpers, one.satisfied(), one.advice());
    }

    /**
     * Whether it could be given as things stand.
     *
     * @throws org.diaodu.server.access.Denied where the caller is not in charge
     * @throws StepRefused where the appeal does not stand so
     */
    void require(Appeal one, List<AppealEntry> entries, Instruction what, String unit) {
        requireInCharge(one, what);
        AppealSteps.requireOpen(one, () -> clocks.replay(entries, one.urgency()));
        if (what == Instruction.GIVE) requireUnit(one, entries, unit);
        else requireTurn(one, entries, what);
    }

    private static void requireInCharge(Appeal one, Instruction what) {
        AppealRights.require(AppealRights.decides(Callers.current(), one), what.zh(), what.en());
    }

    private void requireUnit(Appeal one, List<AppealEntry> entries, String unit) {
        if (unit.equals(one.unit()) && !one.state().equals("disputed")) {
            throw refused("AP27", "已由该单位承办。", "The unit has it already.", one, entries);
        }
        if (routing.above(one.region()).stream().noneMatch(other -> other.code().equals(unit))) {
            throw refused(
                    "AP28",
                    "该单位不在企业所在地及其上级，或已撤销，不能承办。",
                    "The unit is neither at the enterprise's place nor above it, or is closed.",
                    one,
                    entries);
        }
    }

    /** The unit is urged only where it is its turn, and once a day. */
    private void requireTurn(Appeal one, List<AppealEntry> entries, Instruction what) {
        if (one.state().equals("asked")) {
            throw refused("AP25", "正等企业补充，停表中，不催承办单位。", "It waits for the enterprise; the clock stands.", one, entries);
        }
        if (one.state().equals("disputed")) {
            throw refused(
                    "AP25", "归属争议待专班裁定，不催承办单位。", "It waits for the task force to settle whose it is.", one, entries);
        }
        LocalDateTime now = clocks.now(entries);
        boolean today = entries.stream()
                .anyMatch(entry -> entry.kind().equals(what.kind())
                        && entry.at().toLocalDate().equals(now.toLocalDate()));
        if (today) {
            throw refused("AP26", "今天已经" + what.zh() + "过。", "That was done today already.", one, entries);
        }
    }

    private StepRefused refused(String code, String zh, String en, Appeal one, List<AppealEntry> entries) {
        return new StepRefused(
                code, zh, en, clocks.replay(entries, one.urgency()).possible());
    }
}
