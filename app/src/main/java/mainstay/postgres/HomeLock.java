package mainstay.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time, between threads and between processes. The kernel frees the lock of a process that dies.
final class HomeLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Closing any channel of a file drops every lock the process has on it, so only one thread may have it open.
    private static final Map<Path, ReentrantLock> WITHIN_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock withinProcess;
    private final FileChannel channel;

    private HomeLock(ReentrantLock withinProcess, FileChannel channel) {
        this.withinProcess = withinProcess;
        this.channel = channel;
    }

    static HomeLock acquire(Path file) {
        var withinProcess = WITHIN_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
        withinProcess.lock();
        try {
            return new HomeLock(withinProcess, locked(file));
        } catch (IOException e) {
            withinProcess.unlock();
            throw DatabaseUnavailable.because(file, e);
        } catch (RuntimeException e) {
            withinProcess.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            var deadline = Deadline.in(PATIENCE);
            while (channel.tryLock() == null) {
                if (deadline.passed()) {
                    throw new DatabaseUnavailable(
                            "Another process has held %s for ten minutes. End that process, then start again."
                                    .formatted(file));
                }
                Deadline.pause(50);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable("A lock file cannot be closed: " + e.getMessage(), e);
        } finally {
            withinProcess.unlock();
        }
    }
}
