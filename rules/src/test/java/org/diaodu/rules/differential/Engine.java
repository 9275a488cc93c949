package org.diaodu.rules.differential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that answers a drawn model for all of its cases. */
public interface Engine {

    String name();

    /** Its answers in the order of the cases, or null where it does not take the model. */
    @Nullable
    List<Given> answers(Subject subject);

    /**
     * A FEEL value, null for errors too; or what went wrong where an engine must not fail.
     *
     * @param overNull was a null on the way: the result of a decision that was needed?
     */
    record Given(@Nullable Object value, @Nullable String failure, boolean overNull) {
        static Given of(@Nullable Object value) {
            return new Given(value, null, false);
        }

        static Given failed(String how) {
            return new Given(null, how, false);
        }

        @Override
        public String toString() {
            return failure == null ? Comparison.shown(value) : "FAILED: " + failure;
        }
    }
}
