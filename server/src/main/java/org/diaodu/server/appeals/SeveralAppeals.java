package org.diaodu.server.appeals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.appeals.clock.StepRefused;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One instruction about several appeals. Each is given in a transaction of its own: an appeal that somebody else has worked on
 * since the preview, or that cannot take it, holds up none of the others and is told with its reason.
 */
@Component
public class SeveralAppeals {

    private static final int MOST = 200;

    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final Instructions instructions;
    private final MemberUnits units;

    SeveralAppeals(AppealRows rows, AppealTimeline timeline, Instructions instructions, MemberUnits units) {
        this.rows = rows;
        this.timeline = timeline;
        this.instructions = instructions;
        this.units = units;
    }

    /**
     * What would become of one.
     *
     * @param unitName of the unit that has it now
     * @param settles whether a dispute about whose job it is would be settled
     * @param against why nothing would; null where it goes
     */
    public record Line(
            Appeal one,
            String unitName,
            boolean settles,
            @Nullable Explanation against) {

        public boolean goes() {
            return against == null;
        }
    }

    /** What would be done; nothing is written. Numbers the caller does not see are left out. */
    @Transactional(readOnly = true)
    public List<Line> preview(Instruction what, List<String> numbers, String unit) {
        requireFew(numbers);
        Map<String, String> names = units.all().stream().collect(Collectors.toMap(MemberUnit::code, MemberUnit::name));
        List<Appeal> found = new LinkedHashSet<>(numbers)
                .stream().flatMap(number -> rows.find(number).stream()).toList();
        Map<Long, List<AppealEntry>> entries =
                timeline.of(found.stream().map(Appeal::id).toList());
        List<Line> lines = new ArrayList<>();
        for (Appeal one : found) {
            Explanation against = against(one, entries.getOrDefault(one.id(), List.of()), what, unit);
            lines.add(new Line(
                    one, names.getOrDefault(one.unit(), one.unit()), Instructions.settles(one, what), against));
        }
        return lines;
    }

    private @Nullable Explanation against(Appeal one, List<AppealEntry> entries, Instruction what, String unit) {
        try {
            instructions.require(one, entries, what, unit);
            return null;
        } catch (StepRefused refused) {
            return refused.explanation();
        } catch (Denied denied) {
            return denied.explanation();
        }
    }

    /** What became of all. */
    public record Told(Instruction what, long done, List<Done> not) {}

    /** What became of one; {@code against} says why nothing did. */
    public record Done(String number, @Nullable Explanation against) {}

    /**
     * Gives the instruction about each, on the version its preview showed.
     *
     * @param versions by number of the appeal
     * @param form what is said and to which unit; its key is that of the preview, so that a second click gives nothing twice
     */
    public List<Done> give(Instruction what, Map<String, Integer> versions, StepForm form) {
        requireFew(versions.keySet().stream().toList());
        List<Done> done = new ArrayList<>();
        versions.forEach((number, version) -> done.add(new Done(
                number, given(number, what, new StepForm(version, form.key(), form.words(), form.unit(), "")))));
        return done;
    }

    private @Nullable Explanation given(String number, Instruction what, StepForm form) {
        try {
            return switch (instructions.give(number, what, form)) {
                case Outcome.Done _ -> null;
                case Outcome.Stale _ ->
                    new Explanation(
                            409,
                            "AP29",
                            "预览之后有人办过，请看过现状再定。",
                            "Somebody worked on it since the preview. Maybe look at it again.");
                case Outcome.Faulty _ ->
                    new Explanation(
                            422, "AP30", "说明没有填写或超过 4000 字。", "The words are missing or longer than 4000 characters.");
            };
        } catch (org.diaodu.server.steps.StepRefused refused) {
            return refused.explanation();
        } catch (Denied denied) {
            return denied.explanation();
        } catch (Problem gone) {
            return gone.explanation();
        }
    }

    private static void requireFew(List<String> numbers) {
        if (numbers.size() > MOST) {
            throw Problem.badRequest(
                    "AP31",
                    "一次最多办 " + MOST + " 件，选了 " + numbers.size() + " 件；请分批。",
                    "At most " + MOST + " at a time; " + numbers.size() + " were chosen. Maybe take fewer.");
        }
    }
}
