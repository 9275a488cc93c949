package org.diaodu.rules.reasons;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What would have to be another for a condition to hold. */
public sealed interface Change {

    /** How far off, as a share of what is wanted; what has no distance is 1. */
    default double relative() {
        return 1;
    }

    /**
     * A number.
     *
     * @param to the nearest value that is accepted; where {@code beyond} is true, any value past it
     * @param beyond the bound itself is not accepted, and the number has no smallest step
     * @param share a quotient with a bound below 1, which people read in percent
     */
    record Number(BigDecimal from, BigDecimal to, boolean beyond, boolean share) implements Change {

        /** What is to be added; negative where the number must come down. */
        public BigDecimal difference() {
            return to.subtract(from);
        }

        public boolean up() {
            return difference().signum() > 0 || difference().signum() == 0 && beyond;
        }

        /** The difference as a share of the value wanted, or of the value there is where 0 is wanted. */
        @Override
        public double relative() {
            double base = to.signum() == 0 ? from.doubleValue() : to.doubleValue();
            return base == 0 ? 0 : Math.abs(difference().doubleValue() / base);
        }
    }

    /** A date. Relative to a year. */
    record Date(LocalDate from, LocalDate to) implements Change {

        /** Days later; negative where it must be earlier. */
        public long days() {
            return ChronoUnit.DAYS.between(from, to);
        }

        @Override
        public double relative() {
            return Math.abs(days()) / 365.0;
        }
    }

    /** Another value of a list: FEEL values. */
    record OneOf(List<Object> accepted) implements Change {}

    /** Any value but these. */
    record NoneOf(List<Object> refused) implements Change {}

    /** The other truth value. */
    record Truth(boolean needed) implements Change {}

    /** It must hold, and there is no distance. */
    record Holding() implements Change {}

    /**
     * An input that would make the condition hold if it alone changed.
     *
     * @param input its name or path
     * @param unit what it counts, or null where the model does not say
     */
    record OfInput(String input, Number change, @Nullable String unit) {
        public OfInput {
            Objects.requireNonNull(change);
        }
    }
}
