package org.diaodu.server.supply;

import java.time.LocalDate;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A letter from another province to be loaded.
 *
 * @param given to which unit; null where it still lies on the desk
 * @param answered what was answered; null where it waits
 */
public record PastLetter(
        LetterForm form,
        Signature by,
        @Nullable Given given,
        @Nullable Answered answered) {

    public record Given(String unit, String words, Signature by) {}

    public record Answered(LocalDate on, String words, Signature by) {}
}
