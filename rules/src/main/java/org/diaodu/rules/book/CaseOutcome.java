package org.diaodu.rules.book;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of one worked case. */
public sealed interface CaseOutcome {

    WorkedCase worked();

    /** Every expected answer was given. */
    record Holds(WorkedCase worked) implements CaseOutcome {}

    /** Other answers than expected, by {@code decision} or {@code decision.output}. */
    record Differs(WorkedCase worked, Map<String, Difference> differences) implements CaseOutcome {
        public Differs {
            differences = Map.copyOf(differences);
        }
    }

    /** The case could not be judged: its cells are wrong, or the model failed on it. */
    record Faulty(WorkedCase worked, List<String> faults) implements CaseOutcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** What was expected and what came. */
    record Difference(@Nullable Object expected, @Nullable Object actual) {}
}
