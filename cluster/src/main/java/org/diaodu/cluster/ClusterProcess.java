package org.diaodu.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A master or worker on this machine.
 *
 * @param role {@code master}, {@code worker-1} …
 * @param started the system's word on when it started: a number of a process may be given again
 * @param page the port of its page for people
 */
public record ClusterProcess(String role, long pid, Instant started, int page) {

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

    static ClusterProcess of(String role, ProcessHandle handle, int page) {
        return new ClusterProcess(
                role, handle.pid(), handle.info().startInstant().orElseGet(Instant::now), page);
    }

    /** Whether it still runs. */
    public boolean runs() {
        return handle().isPresent();
    }

    /** The process itself, not another one that was given its number since. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_SLACK) < 0)
                        .orElse(true));
    }
}
