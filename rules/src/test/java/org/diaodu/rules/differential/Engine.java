package org.diaodu.rules.differential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that answers a drawn model for all of its cases. */
public interface Engine {

    String name();

    /** Its answers in the order of the cases, or null where it does not take the model. */
    @Nullable
    List<Given> answers(Subject subject);

    /** A FEEL value, null for errors too; or what went wrong where an engine must not fail. */
    record Given(@Nullable Object value, @Nullable String failure) {
        static Given of(@Nullable Object value) {
            return new Given(value, null);
        }

        @Override
        public String toString() {
            return failure == null ? Comparison.shown(value) : "FAILED: " + failure;
        }
    }
}
