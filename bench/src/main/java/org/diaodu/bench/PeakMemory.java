package org.diaodu.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The most heap in use since a moment, as the collector's pools remember it; garbage not yet collected counts. */
record PeakMemory(long beforeBytes) {

    static PeakMemory from() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakMemory(used);
    }

    long beforeMebibytes() {
        return beforeBytes >> 20;
    }

    long aboveMebibytes() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return Math.max(0, peak - beforeBytes) >> 20;
    }
}
