package mainstay.postgres;

import java.time.Duration;

/// A moment on the machine's monotonic clock: how long to wait for another process is no business of the
/// calendar.
record Deadline(long nanos) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - nanos > 0;
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(Duration.ofMillis(milliseconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for the database.", e);
        }
    }
}
