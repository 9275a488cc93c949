package org.diaodu.bench;

import java.lang.management.ManagementFactory;

/** Wall time and this process's time on processors since a moment, in milliseconds; on a busy machine they differ. */
record CpuClock(long wallNanoseconds, long cpuNanoseconds) {

    static CpuClock start() {
        return new CpuClock(System.nanoTime(), cpu());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    Spent spent() {
        return new Spent((System.nanoTime() - wallNanoseconds) / 1e6, (cpu() - cpuNanoseconds) / 1e6);
    }

    /** Milliseconds. */
    record Spent(double wall, double cpu) {}
}
