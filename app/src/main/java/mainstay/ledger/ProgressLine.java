package mainstay.ledger;

import java.io.PrintWriter;
import java.util.Locale;

/// Tells on the command line how far an import is, every other second.
final class ProgressLine implements ImportWatch {

    private static final long PAUSE = 2_000_000_000L;

    private final PrintWriter out;
    private long told = System.nanoTime();

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean follow(Progress progress) {
        if (System.nanoTime() - told > PAUSE) {
            told = System.nanoTime();
            double left = progress.rowsPerSecond() * progress.share() == 0
                    ? 0
                    : progress.rows() / progress.share() * (1 - progress.share()) / progress.rowsPerSecond();
            out.println(String.format(
                    Locale.ENGLISH,
                    "%,d rows read, %,.0f a second, %.0f s left",
                    progress.rows(),
                    progress.rowsPerSecond(),
                    left));
            out.flush();
        }
        return true;
    }
}
