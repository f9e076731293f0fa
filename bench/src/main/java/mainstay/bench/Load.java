package mainstay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Asks one question with several visitors: as fast as they get answers, or at a given rate whatever the
/// answers take.
final class Load {

    private final List<Visitor> visitors;
    private final Question question;
    private final AtomicLong number;

    Load(List<Visitor> visitors, Question question, long first) {
        this.visitors = visitors;
        this.question = question;
        this.number = new AtomicLong(first);
    }

    /// What a run saw: seconds it lasted, and the milliseconds of each answer in rising order.
    record Seen(double seconds, List<Double> milliseconds) {

        double perSecond() {
            return milliseconds.size() / seconds;
        }

        double quantile(double share) {
            return milliseconds.get((int) Math.min(milliseconds.size() - 1.0, milliseconds.size() * share));
        }
    }

    Seen closed(int seconds) throws InterruptedException {
        return run(seconds, 0);
    }

    /// An answer's time counts from when its question was due, so that a stall is seen by all who wait behind it.
    Seen open(int seconds, double perSecond) throws InterruptedException {
        return run(seconds, perSecond);
    }

    private Seen run(int seconds, double perSecond) throws InterruptedException {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        AtomicLong turn = new AtomicLong();
        long started = System.nanoTime();
        long end = started + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (Visitor visitor : visitors) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (true) {
                        long due = perSecond == 0
                                ? System.nanoTime()
                                : started + (long) (turn.getAndIncrement() * 1e9 / perSecond);
                        if (due >= end || !failures.isEmpty()) {
                            return;
                        }
                        pauseUntil(due);
                        visitor.ask(question, number.getAndIncrement());
                        times.add((System.nanoTime() - due) / 1e6);
                    }
                } catch (Exception failed) {
                    failures.add(failed);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(question.name(), failures.peek());
        }
        double lasted = (System.nanoTime() - started) / 1e9;
        return new Seen(lasted, times.stream().sorted().toList());
    }

    private static void pauseUntil(long due) throws InterruptedException {
        long wait = due - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
    }
}
