package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory this process held while watched, native memory included; 0 where the system does not say. */
final class ResidentMemory implements AutoCloseable {

    private static final Path STATUS = Path.of("/proc/self/status");
    private final AtomicLong peakKibibytes = new AtomicLong();
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("memory-watch").unstarted(this::look);

    private ResidentMemory() {}

    static ResidentMemory watch() {
        var watch = new ResidentMemory();
        watch.watcher.start();
        return watch;
    }

    long peakMebibytes() {
        return peakKibibytes.get() >> 10;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                peakKibibytes.accumulateAndGet(resident(), Math::max);
                Thread.sleep(200);
            } catch (InterruptedException | IOException e) {
                return;
            }
        }
    }

    private static long resident() throws IOException {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
