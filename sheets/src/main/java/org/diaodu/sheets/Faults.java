package org.diaodu.sheets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults found in a file, in the order found; the first ten thousand are kept, all are counted. Not thread-safe. */
public final class Faults {

    private final int kept;
    private final List<Fault> list = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    public Faults() {
        this(10_000);
    }

    public Faults(int kept) {
        this.kept = kept;
    }

    public void add(Fault fault) {
        counts.merge(fault.severity(), 1, Integer::sum);
        if (list.size() < kept) {
            list.add(fault);
        }
    }

    public List<Fault> list() {
        return Collections.unmodifiableList(list);
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }

    /** How many were counted but not kept. */
    public int notKept() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - list.size();
    }
}
