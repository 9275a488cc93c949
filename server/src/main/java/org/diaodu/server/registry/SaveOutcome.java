package org.diaodu.server.registry;

import java.util.List;

/** What came of saving a change to the register. */
public sealed interface SaveOutcome {

    /** Written; {@code id} names the enterprise, {@code version} is the new one. */
    record Saved(long id, int version) implements SaveOutcome {}

    /** Somebody else saved first: what stands now, and what was to be written. Nothing was written. */
    record Stale(Registered theirs, Attributes yours) implements SaveOutcome {}

    /** Not written; every fault at once. */
    record Refused(List<Fault> faults) implements SaveOutcome {}
}
