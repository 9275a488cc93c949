package org.diaodu.lake;

import java.time.Duration;

/** What the engine may use: memory in MiB, threads, and the longest a statement may run (zero: no limit). */
public record EngineLimits(int memoryMebibytes, int threads, Duration longestStatement) {

    /** A quarter of a small server: 2 GiB, every core, ten minutes. */
    public static final EngineLimits DEFAULT =
            new EngineLimits(2048, Math.max(1, Runtime.getRuntime().availableProcessors()), Duration.ofMinutes(10));

    public EngineLimits {
        if (memoryMebibytes < 64 || threads < 1 || longestStatement.isNegative()) {
            throw new LakeFault(
                    "lake.limits",
                    "引擎限额无效：内存 " + memoryMebibytes + " MiB、线程 " + threads + "。建议：内存不少于 64 MiB，线程不少于 1。",
                    "memory of " + memoryMebibytes + " MiB and " + threads
                            + " threads cannot work. Maybe give at least 64 MiB and 1 thread.");
        }
    }
}
