package mainstay.ledger;

import java.util.function.Predicate;

/// Passes progress on, and once a second and at the end to the book of imports, where others may have asked
/// it to stop.
final class NotedProgress implements ImportWatch {

    private static final long A_SECOND = 1_000_000_000L;

    private final ImportWatch watch;
    private final Predicate<Progress> book;
    private long noted = System.nanoTime();

    NotedProgress(ImportWatch watch, Predicate<Progress> book) {
        this.watch = watch;
        this.book = book;
    }

    @Override
    public boolean follow(Progress progress) {
        boolean goesOn = watch.follow(progress);
        if (goesOn && (progress.share() >= 1 || System.nanoTime() - noted > A_SECOND)) {
            noted = System.nanoTime();
            return book.test(progress);
        }
        return goesOn;
    }
}
