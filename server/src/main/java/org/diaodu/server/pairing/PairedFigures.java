package org.diaodu.server.pairing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.dispatch.FallingEnterprises;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/**
 * Light and points of paired enterprises in the latest reporting period. A leader's points are those of the own unit's growth; an officer,
 * who sees no region, is given those of the province's growth for the enterprises asked for, which are the own ones. Thread-safe.
 */
@Component
public class PairedFigures {

    private final FallingEnterprises enterprises;

    PairedFigures(FallingEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    /** By enterprise; one that has not filed the period, or is not on the key list, is left out. Not within a transaction. */
    public Map<Long, Falling> of(Collection<Long> own) {
        boolean officer = Callers.current().has(Role.OFFICER)
                && Callers.current().scope().regionPrefix().isEmpty();
        return officer ? AsSystem.call("figures of paired enterprises", () -> found(own)) : found(own);
    }

    private Map<Long, Falling> found(Collection<Long> own) {
        List<Period> periods = enterprises.periods();
        if (own.isEmpty() || periods.isEmpty()) return Map.of();
        Set<Long> asked = new HashSet<>(own);
        Map<Long, Falling> found = new HashMap<>();
        for (Falling one : enterprises.judged(periods.getLast()))
            if (asked.contains(one.id())) found.put(one.id(), one);
        return found;
    }
}
