package org.diaodu.rules.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Left;
import org.jspecify.annotations.Nullable;

/**
 * Puts drawn models to the reference, to the in-process evaluator and to other engines, and says where they differ. Model
 * {@code n} of a run is drawn from {@code seed + n}, so any of them can be drawn again alone.
 */
public final class Differential {

    private static final int SHRINKING = 400;

    private final Engine reference = new ReferenceEngine();
    private final Engine inProcess = new CaseEngine();
    private final List<Engine> running;
    private final @Nullable Engine second;
    private final int casesOfAModel;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Integer> left = new TreeMap<>();

    /**
     * @param running engines that run the compiled form as SQL
     * @param second another engine that reads models itself, where there is one
     */
    public Differential(List<Engine> running, @Nullable Engine second, int casesOfAModel) {
        this.running = running;
        this.second = second;
        this.casesOfAModel = casesOfAModel;
    }

    /** The model and cases of a seed. */
    public Subject subject(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Draft draft = new DraftGenerator(random).draft();
        return Subject.of(seed, draft, new CaseGenerator(random).cases(draft.fields(), List.of(draft), casesOfAModel));
    }

    /** Null where all agree; else the model made small, the case, and every engine's answer. */
    public @Nullable String difference(long seed) {
        Subject subject = subject(seed);
        count("models", 1);
        count("cases", subject.cases().size());
        if (subject.rule().outcome() instanceof Left out) {
            count("models not compiled", 1);
            left.merge(out.english().replaceAll("[0-9]+|'.*'", "…"), 1, Integer::sum);
        }
        Found found = found(subject, true);
        return found == null ? null : shrunk(found).told();
    }

    private void count(String what, long many) {
        counts.merge(what, many, Long::sum);
    }

    /** Models, cases, and the cases each engine answered. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** Why models were not compiled, and how many for each reason. */
    public Map<String, Integer> reasonsLeft() {
        return left;
    }

    private record Found(Subject subject, int number, Map<String, Engine.Given> answers, String between) {
        String told() {
            StringBuilder text = new StringBuilder("Engines differ (" + between
                    + "). Repeat with -Ddiaodu.differential.seed=" + subject.seed() + "\n" + subject.xml() + "case: ");
            subject.cases()
                    .get(number)
                    .forEach((name, value) -> text.append(name)
                            .append(" = ")
                            .append(Comparison.shown(value))
                            .append("; "));
            answers.forEach((name, given) ->
                    text.append("\n  ").append(name).append(": ").append(given));
            return text.toString();
        }
    }

    private @Nullable Found found(Subject subject, boolean counted) {
        Map<String, List<Engine.Given>> answers = new LinkedHashMap<>();
        List<Engine> engines = new ArrayList<>(List.of(reference, inProcess));
        engines.addAll(running);
        if (second != null) {
            engines.add(second);
        }
        for (Engine engine : engines) {
            List<Engine.Given> given = engine.answers(subject);
            if (given != null) {
                answers.put(engine.name(), given);
                if (counted) {
                    count("cases answered by " + engine.name(), given.size());
                }
            }
        }
        for (int i = 0; i < subject.cases().size(); i++) {
            int number = i;
            Map<String, Engine.Given> ofCase = new LinkedHashMap<>();
            answers.forEach((name, given) -> ofCase.put(name, given.get(number)));
            boolean complete = subject.draft().fields().stream()
                    .allMatch(field -> subject.cases().get(number).get(field.name()) != null);
            String between = between(subject, ofCase, complete);
            if (between != null) {
                return new Found(subject, i, ofCase, between);
            }
        }
        return null;
    }

    private @Nullable String between(Subject subject, Map<String, Engine.Given> answers, boolean complete) {
        Engine.Given right = java.util.Objects.requireNonNull(answers.get(reference.name()));
        if (subject.rule().outcome() instanceof Carried(Compiled compiled)) {
            Engine.Given ours = java.util.Objects.requireNonNull(answers.get(inProcess.name()));
            if (ours.failure() != null
                    || !Comparison.of(compiled, subject.draft().rounded()).same(right.value(), ours.value())) {
                return reference.name() + " and the compiled form";
            }
            for (Engine engine : running) {
                Engine.Given given = answers.get(engine.name());
                if (given != null
                        && (given.failure() != null
                                || !Comparison.between(compiled).same(ours.value(), given.value()))) {
                    return "the compiled form in process and in " + engine.name();
                }
            }
        }
        return second == null ? null : apart(subject, right, answers.get(second.name()), complete, second.name());
    }

    private @Nullable String apart(
            Subject subject, Engine.Given right, Engine.@Nullable Given opinion, boolean complete, String name) {
        if (opinion == null || !complete || right.overNull() || opinion.value() == null) {
            return null;
        }
        count("cases compared with " + name, 1);
        Comparison near = subject.rule().outcome() instanceof Carried(Compiled compiled)
                ? Comparison.of(compiled, subject.draft().rounded())
                : Comparison.exact();
        return near.same(right.value(), opinion.value()) ? null : reference.name() + " and " + name;
    }

    /** Smaller and smaller while the same engines differ on the case. */
    private Found shrunk(Found first) {
        Found smallest = new Found(first.subject, 0, first.answers, first.between);
        smallest = with(first.subject.draft(), first, first).orElse(first);
        int tries = SHRINKING;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Draft less : smallest.subject.draft().smaller()) {
                if (tries-- <= 0) {
                    return smallest;
                }
                var next = with(less, smallest, first);
                if (next.isPresent()) {
                    smallest = next.get();
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private java.util.Optional<Found> with(Draft draft, Found from, Found first) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        from.subject.cases().get(from.number).forEach((name, value) -> {
            if (draft.field(name) != null) {
                one.put(name, value);
            }
        });
        try {
            Found found = found(Subject.of(first.subject.seed(), draft, List.of(one)), false);
            return found != null && found.between.equals(first.between)
                    ? java.util.Optional.of(found)
                    : java.util.Optional.empty();
        } catch (RuntimeException e) {
            return java.util.Optional.empty();
        }
    }
}
