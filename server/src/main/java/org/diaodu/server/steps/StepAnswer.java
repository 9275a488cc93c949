package org.diaodu.server.steps;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a page answers where a step was asked for: it goes on where the step was taken; else it stays, with what was typed, and
 * says what is wrong with it (422), that somebody changed the thing meanwhile (409), or why the step cannot be taken (its own
 * status).
 */
public final class StepAnswer {

    private StepAnswer() {}

    /** The page once more. */
    @FunctionalInterface
    public interface Again {

        /**
         * @param typed with the faults found
         * @param stale where somebody changed the thing meanwhile
         * @param refused where the step cannot be taken
         */
        String page(Typed typed, Outcome.@Nullable Stale stale, @Nullable Explanation refused);
    }

    /**
     * @param taken where to go on, as {@code redirect:…}
     * @return the name of a view
     */
    public static String of(
            Supplier<Outcome> step,
            Typed typed,
            HttpServletResponse response,
            Function<Outcome.Done, String> taken,
            Again again) {
        Outcome outcome;
        try {
            outcome = step.get();
        } catch (StepRefused refused) {
            response.setStatus(refused.explanation().status());
            return again.page(typed, null, refused.explanation());
        }
        return switch (outcome) {
            case Outcome.Done done -> taken.apply(done);
            case Outcome.Stale stale -> {
                response.setStatus(409);
                yield again.page(typed, stale, null);
            }
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield again.page(typed.with(faults), null, null);
            }
        };
    }
}
