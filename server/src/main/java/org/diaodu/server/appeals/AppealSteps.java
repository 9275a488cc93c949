package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.AppealTimeline.Said;
import org.diaodu.server.appeals.clock.AppealEvent;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Replay;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.appeals.clock.StepRefused;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the steps of an appeal, one at a time for each: the event, what it makes of the appeal, the measures that came due
 * meanwhile, the notices and the audit rows commit together.
 */
@Component
@Transactional
public class AppealSteps {

    private static final int LONGEST_ADVICE = 1_000;

    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final AppealRouting routing;
    private final Escalations escalations;
    private final AppealNews news;

    AppealSteps(
            AppealRows rows,
            AppealTimeline timeline,
            AppealClocks clocks,
            AppealRouting routing,
            Escalations escalations,
            AppealNews news) {
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.routing = routing;
        this.escalations = escalations;
        this.news = news;
    }

    /** As below, without files. */
    public Outcome step(String number, Step step, StepForm form) {
        return step(number, step, form, Brought.NOTHING);
    }

    /**
     * Takes one step on the version the caller saw; the same form sent again takes none.
     *
     * @param files what came with the form; the step is taken with all of them or not at all
     * @throws StepRefused where the step is not possible as the appeal stands
     */
    public Outcome step(String number, Step step, StepForm form, Brought files) {
        Appeal one = rows.lock(number);
        AppealRights.require(AppealRights.may(Callers.current(), one, step), step.zh(), step.code());
        if (timeline.has(one, form.once())) return new Outcome.Done(number);
        if (one.version() != form.version()) return new Outcome.Stale(one.version());
        List<AppealEntry> entries = timeline.of(one);
        Signed by = timeline.signature(one, clocks.now(entries));
        clocks.replay(entries, one.urgency()).accept(candidate(one, step, form.words(), by));
        Map<String, String> faults = faults(one, step, form);
        faults.putAll(faults(files, step.carriesFiles()));
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        take(one, entries, step, form, files, by);
        return new Outcome.Done(number);
    }

    /** Takes a step that is possible, signed by whoever took it. */
    private void take(Appeal one, List<AppealEntry> entries, Step step, StepForm form, Brought files, Signed by) {
        @Nullable MemberUnit goesTo = goesTo(one, step, form, by.at());
        AppealEntry draft = new AppealEntry(
                0, one.round(), by.at(), step.name(), by.name(), by.displayName(), by.unit(), form.words(), null, null);
        List<AppealEntry> after = new ArrayList<>(entries);
        after.add(draft);
        Reading reading = clocks.read(after, one.urgency(), by.at());
        Round round = reading.current();
        String named = goesTo == null ? emptyToNull(form.unit()) : goesTo.code();
        var said = new Said(
                step.name(), round.number(), form.words(), null, step == Step.DISPUTED ? named : null, form.once());
        if (goesTo != null)
            said = new Said(said.kind(), said.round(), said.words(), null, goesTo.code(), said.formKey());
        AppealRows.Turn turn = turn(one, step, form, goesTo);
        AppealEntry entry = timeline.add(one, said, round.state().code(), by);
        after.set(after.size() - 1, entry);
        timeline.hang(entry, files);
        rows.move(one, reading, turn);
        escalations.write(List.of(new Escalations.Looked(one, after, reading)));
        news.tell(one, entry, turn.unit(), round.level());
    }

    private @Nullable MemberUnit goesTo(Appeal one, Step step, StepForm form, LocalDateTime at) {
        return switch (step) {
            case REROUTED -> chosen(one, form.unit());
            case REOPENED -> routing.route(one.subject(), above(one.level()), one.region(), at.toLocalDate());
            default -> null;
        };
    }

    /** Whoever had it before a reopening helps the unit above; a unit it was wrongly given to is out of it. */
    private static AppealRows.Turn turn(Appeal one, Step step, StepForm form, @Nullable MemberUnit goesTo) {
        AppealRows.Turn same = AppealRows.Turn.of(one);
        return switch (step) {
            case REROUTED ->
                new AppealRows.Turn(code(one, goesTo), without(one.helpers(), code(one, goesTo)), null, same.advice());
            case REOPENED -> {
                Set<String> helpers = new LinkedHashSet<>(one.helpers());
                helpers.add(one.unit());
                String unit = code(one, goesTo);
                yield new AppealRows.Turn(unit, without(List.copyOf(helpers), unit), null, "");
            }
            case RESOLVED -> new AppealRows.Turn(one.unit(), one.helpers(), null, form.advice());
            case CLOSED -> new AppealRows.Turn(one.unit(), one.helpers(), true, one.advice());
            default -> same;
        };
    }

    private static String code(Appeal one, @Nullable MemberUnit unit) {
        return unit == null ? one.unit() : unit.code();
    }

    private static List<String> without(List<String> units, String unit) {
        return units.stream().filter(other -> !other.equals(unit)).toList();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private @Nullable MemberUnit chosen(Appeal one, String code) {
        return routing.above(one.region()).stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Unit.Level above(Unit.Level level) {
        return level == Unit.Level.COUNTY ? Unit.Level.PREFECTURE : Unit.Level.PROVINCE;
    }

    static AppealEvent candidate(Appeal one, Step step, String words, Signed by) {
        var entry = new AppealEntry(
                0, one.round(), by.at(), step.name(), by.name(), by.displayName(), by.unit(), words, one.level(), null);
        return entry.event(one.urgency());
    }

    private Map<String, String> faults(Appeal one, Step step, StepForm form) {
        Map<String, String> faults = new LinkedHashMap<>();
        String words = form.words();
        if (words.isEmpty() && step.needsWords()) faults.put("words", "appeals.fault.words");
        if (words.length() > AppealForm.LONGEST) faults.put("words", "appeals.fault.long");
        boolean chooses =
                step == Step.REROUTED || (step == Step.DISPUTED && !form.unit().isEmpty());
        if (chooses && chosen(one, form.unit()) == null) faults.put("unit", "appeals.fault.unit");
        if (form.advice().length() > LONGEST_ADVICE) faults.put("advice", "appeals.fault.advice.long");
        else if (tellsWho(one, form.advice())) faults.put("advice", "appeals.fault.advice.name");
        return faults;
    }

    private static Map<String, String> faults(Brought files, boolean carried) {
        if (files.isEmpty()) return Map.of();
        if (!carried) return Map.of("file", "appeals.fault.file.none");
        return files.isSound() ? Map.of() : Map.of("file", "appeals.fault.file");
    }

    /** What other enterprises read names neither the enterprise nor anybody to call. */
    private static boolean tellsWho(Appeal one, String advice) {
        String shortName = one.raiser().name().replaceAll("(有限责任公司|股份有限公司|有限公司|集团|公司|厂)$", "");
        return (!shortName.isBlank() && advice.contains(shortName)) || advice.matches("(?s).*\\d{7,}.*");
    }

    /** Sets the units that help. */
    public Outcome helpers(String number, StepForm form, List<String> helpers) {
        Appeal one = rows.lock(number);
        AppealRights.require(AppealRights.works(Callers.current(), one), "请协办单位", "helpers");
        return beside(
                one,
                form,
                Brought.NOTHING,
                AppealEntry.HELPERS,
                () -> {
                    Set<String> open = new LinkedHashSet<>(routing.above(one.region()).stream()
                            .map(MemberUnit::code)
                            .toList());
                    List<String> asked = without(List.copyOf(new LinkedHashSet<>(helpers)), one.unit());
                    if (!open.containsAll(asked)) return Map.of("helpers", "appeals.fault.unit");
                    if (asked.equals(one.helpers())) return Map.of("helpers", "appeals.fault.helpers");
                    return Map.of();
                },
                without(List.copyOf(new LinkedHashSet<>(helpers)), one.unit()),
                one.satisfied());
    }

    /** As below, without files. */
    public Outcome note(String number, StepForm form) {
        return note(number, form, Brought.NOTHING);
    }

    /** Says what a unit that helps, or the one that has it, has done, with files that show it. */
    public Outcome note(String number, StepForm form, Brought files) {
        Appeal one = rows.lock(number);
        AppealRights.require(AppealRights.mayNote(Callers.current(), one), "写协办情况", "note");
        return beside(one, form, files, AppealEntry.NOTE, () -> faults(files, true), one.helpers(), one.satisfied());
    }

    /** The enterprise is satisfied with what it was told; if it is not, it reopens the appeal. */
    public Outcome rate(String number, StepForm form) {
        Appeal one = rows.lock(number);
        Caller caller = Callers.current();
        AppealRights.require(caller.isSystem() || AppealRights.isClerkOf(caller, one), "评价", "rate");
        if (timeline.has(one, form.once())) return new Outcome.Done(number);
        boolean answered = one.state().equals("resolved") || one.state().equals("closed");
        if (!answered || one.satisfied() != null) {
            throw new StepRefused(
                    "AP18",
                    answered ? "本轮已经评价过。" : "还没有办结，不能评价。",
                    answered ? "This round was rated before." : "It is not resolved yet and cannot be rated.",
                    clocks.replay(timeline.of(one), one.urgency()).possible());
        }
        return beside(one, form, Brought.NOTHING, AppealEntry.RATED, Map::of, one.helpers(), true);
    }

    /** Writes a row the clock does not read. */
    private Outcome beside(
            Appeal one,
            StepForm form,
            Brought files,
            String kind,
            Supplier<Map<String, String>> check,
            List<String> helpers,
            @Nullable Boolean satisfied) {
        if (timeline.has(one, form.once())) return new Outcome.Done(one.number());
        if (one.version() != form.version()) return new Outcome.Stale(one.version());
        if (!kind.equals(AppealEntry.RATED)) requireOpen(one, () -> clocks.replay(timeline.of(one), one.urgency()));
        boolean words = !kind.equals(AppealEntry.RATED);
        if (words && form.words().isEmpty()) return new Outcome.Faulty(Map.of("words", "appeals.fault.words"));
        if (form.words().length() > AppealForm.LONGEST)
            return new Outcome.Faulty(Map.of("words", "appeals.fault.long"));
        Map<String, String> faults = check.get();
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        List<AppealEntry> entries = timeline.of(one);
        Signed by = timeline.signature(one, clocks.now(entries));
        var said = new Said(kind, one.round(), form.words(), null, null, form.once());
        write(one, entries, said, files, new AppealRows.Turn(one.unit(), helpers, satisfied, one.advice()), by);
        return new Outcome.Done(one.number());
    }

    static void requireOpen(Appeal one, Supplier<Replay> replay) {
        if (one.isOver()) {
            throw new StepRefused(
                    "AP19",
                    "诉求 " + one.number() + " 已归档或撤回，不再办理。",
                    "Appeal " + one.number() + " is closed or withdrawn; nothing more is done about it.",
                    replay.get().possible());
        }
    }

    /** Writes a row the clock does not read, signed by whoever wrote it. */
    AppealEntry write(
            Appeal one, List<AppealEntry> entries, Said said, Brought files, AppealRows.Turn turn, Signed by) {
        AppealEntry entry = timeline.add(one, said, one.state(), by);
        timeline.hang(entry, files);
        Reading reading = clocks.read(entries, one.urgency(), by.at());
        rows.move(one, reading, turn);
        escalations.write(List.of(new Escalations.Looked(one, entries, reading)));
        Appeal told = turn.helpers().equals(one.helpers())
                ? one
                : rows.find(one.number()).orElse(one);
        news.tell(told, entry, turn.unit(), one.level());
        return entry;
    }
}
