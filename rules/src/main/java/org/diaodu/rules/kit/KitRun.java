package org.diaodu.rules.kit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.rules.kit.KitCase.Expected;
import org.diaodu.rules.kit.KitReport.Level;
import org.diaodu.rules.kit.KitReport.Miss;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;

/**
 * Puts every case to the compiled trial and, where that does not take the rule, to the reference. A compiled answer that
 * is wrong fails its case; the reference never covers for it.
 */
public final class KitRun {

    private final Trial compiled;
    private final Trial lifted;
    private final Trial reference;
    private final Map<Integer, Tally> tallies = new TreeMap<>();

    private KitRun(Trial compiled, Trial lifted, Trial reference) {
        this.compiled = compiled;
        this.lifted = lifted;
        this.reference = reference;
    }

    /** Without lifting. */
    public static KitReport of(List<KitFile> files, Trial compiled, Trial reference) {
        return of(files, compiled, Trial.ofNothing(), reference);
    }

    /**
     * @param lifted the compiled trial once more, with the literals of the model lifted into columns: a wrong answer of
     *     it fails the case too
     */
    public static KitReport of(List<KitFile> files, Trial compiled, Trial lifted, Trial reference) {
        var run = new KitRun(compiled, lifted, reference);
        files.forEach(run::file);
        return new KitReport(run.tallies.entrySet().stream()
                .map(entry -> entry.getValue().level(entry.getKey()))
                .toList());
    }

    private void file(KitFile file) {
        Tally tally = tallies.computeIfAbsent(file.level(), level -> new Tally());
        RuleModel model;
        try {
            model = file.model();
        } catch (RuleFault fault) {
            file.cases(null).forEach(each -> unread(tally, file, each, fault));
            return;
        }
        file.cases(model).forEach(each -> run(tally, file, model, each));
    }

    private static void unread(Tally tally, KitFile file, KitCase kitCase, RuleFault fault) {
        tally.cases++;
        for (Expected expected : kitCase.results()) {
            tally.nodes++;
            tally.failed.add(miss(file, kitCase, expected, new Outcome.Failed(fault.english()), null));
        }
    }

    private void run(Tally tally, KitFile file, RuleModel model, KitCase kitCase) {
        tally.cases++;
        boolean passed = true;
        for (Expected expected : kitCase.results()) {
            tally.nodes++;
            passed &= node(tally, file, model, kitCase, expected);
        }
        if (passed) {
            tally.passed++;
        }
    }

    private boolean node(Tally tally, KitFile file, RuleModel model, KitCase kitCase, Expected expected) {
        Outcome compiledOutcome = compiled.run(model, kitCase, expected.node());
        boolean fallsBack = compiledOutcome instanceof Outcome.NotCompiled;
        Outcome counts = fallsBack ? reference.run(model, kitCase, expected.node()) : compiledOutcome;
        boolean agrees = Agreement.agree(expected, counts);
        if (fallsBack) {
            tally.fellBack++;
        } else {
            tally.compiled++;
            tally.compiledAgree += agrees ? 1 : 0;
        }
        Outcome liftedOutcome = lifted.run(model, kitCase, expected.node());
        if (!(liftedOutcome instanceof Outcome.NotCompiled)) {
            tally.lifted++;
            if (Agreement.agree(expected, liftedOutcome)) {
                tally.liftedAgree++;
            } else {
                agrees = false;
                compiledOutcome = liftedOutcome;
            }
        }
        if (!agrees) {
            Outcome referenceOutcome = fallsBack ? counts : reference.run(model, kitCase, expected.node());
            tally.failed.add(miss(file, kitCase, expected, referenceOutcome, compiledOutcome));
        }
        return agrees;
    }

    private static Miss miss(
            KitFile file, KitCase kitCase, Expected expected, Outcome reference, @Nullable Outcome compiled) {
        return new Miss(
                file.folder(),
                file.name(),
                kitCase.id(),
                expected.node(),
                expected.error() ? "error" : text(expected.value()),
                said(reference),
                compiled == null || compiled instanceof Outcome.NotCompiled ? null : said(compiled),
                why(reference, compiled));
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Object value) -> text(value);
            case Outcome.Failed failed -> "error";
            case Outcome.NotCompiled notCompiled -> "not compiled";
        };
    }

    private static String why(Outcome reference, @Nullable Outcome compiled) {
        List<String> whys = new ArrayList<>();
        if (compiled instanceof Outcome.NotCompiled(String why, Place where)) {
            whys.add("compiled: " + where.english() + why);
        } else if (compiled instanceof Outcome.Failed(String why)) {
            whys.add("compiled: " + why);
        }
        if (reference instanceof Outcome.Failed(String why)) {
            whys.add("reference: " + why);
        }
        return String.join("; ", whys);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> number.toPlainString();
            case String text -> '"' + text + '"';
            case List<?> list -> list.stream().map(KitRun::text).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /** The counts of one level, while they grow. */
    private static final class Tally {
        private int cases;
        private int passed;
        private int nodes;
        private int compiled;
        private int compiledAgree;
        private int fellBack;
        private int lifted;
        private int liftedAgree;
        private final List<Miss> failed = new ArrayList<>();

        private Level level(int level) {
            return new Level(
                    level,
                    cases,
                    passed,
                    nodes,
                    compiled,
                    compiledAgree,
                    fellBack,
                    lifted,
                    liftedAgree,
                    List.copyOf(failed));
        }
    }
}
