package org.diaodu.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time: among the threads of this process by a lock in memory, among processes by a lock on a file. */
final class LakeLock {

    private static final Map<Path, ReentrantLock> WITHIN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final Duration patience;
    private final ReentrantLock threads;

    LakeLock(Path root, Duration patience) {
        this.file = root.resolve(".lock");
        this.patience = patience;
        this.threads = WITHIN_PROCESS.computeIfAbsent(root, r -> new ReentrantLock());
    }

    <T> T hold(Work<T> work) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        lockThreads();
        try {
            if (threads.getHoldCount() > 1) {
                return work.run();
            }
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = lockFile(channel, deadline)) {
                sign(channel);
                return work.run();
            }
        } finally {
            threads.unlock();
        }
    }

    private void lockThreads() {
        try {
            if (threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw busy("this process");
    }

    private FileLock lockFile(FileChannel channel, long deadline) throws IOException {
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw busy("process " + holder(channel));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            lock = channel.tryLock();
        }
        return lock;
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }

    private LakeFault busy(String holder) {
        return new LakeFault(
                "lake.busy",
                "数据湖 " + file.getParent() + " 正由 " + holder + " 写入，等待 " + patience.toSeconds()
                        + " 秒后放弃。建议：待其结束后重试；若该进程已无响应，请先结束它。",
                "the lake " + file.getParent() + " is being written by " + holder + "; gave up after "
                        + patience.toSeconds() + " s. Maybe try again when it has finished, or end it if it hangs.");
    }

    /** Work done while the lock is held. */
    interface Work<T> {
        T run() throws IOException;
    }
}
