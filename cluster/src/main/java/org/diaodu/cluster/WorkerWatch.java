package org.diaodu.cluster;

import java.time.Duration;
import org.apache.spark.SparkContext;

/**
 * Looks whether there is any executor, and cancels what runs when there has been none for too long: without it a job
 * that has lost its last worker would wait for ever.
 */
final class WorkerWatch implements Runnable {

    private static final long LOOK_MILLIS = 250;

    private final SparkContext context;
    private final Duration patience;
    private volatile long lastSeen = System.nanoTime();

    WorkerWatch(SparkContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    void start() {
        Thread.ofPlatform().daemon().name("worker-watch").start(this);
    }

    @Override
    public void run() {
        while (!context.isStopped()) {
            if (look()) {
                context.cancelAllJobs();
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Waits for a first executor; false when none came in time. */
    boolean awaitFirst() throws InterruptedException {
        while (!isAny()) {
            if (look() || context.isStopped()) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** Whether there has been no executor for longer than anybody would wait. */
    boolean isAbandoned() {
        return System.nanoTime() - lastSeen > patience.toNanos();
    }

    private boolean look() {
        if (isAny()) {
            lastSeen = System.nanoTime();
        }
        return isAbandoned();
    }

    private boolean isAny() {
        return !context.isStopped() && context.statusTracker().getExecutorInfos().length > 1; // one is the driver
    }
}
