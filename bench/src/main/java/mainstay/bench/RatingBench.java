package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/// Ratings of a large firm: all accounts anew, and one account after somebody gave it a mark; then its
/// rebates.
final class RatingBench {

    private static final int MARKS = 200;
    private static final int COLD = 50;
    private static final int RUNS = 3;

    private final Path work;
    private final Sizes sizes;

    RatingBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).open(false);
                Visitor director = Visitor.signedIn(installed.url(), "director", installed.passwordOf("director"))) {
            double[] milliseconds = new double[MARKS];
            for (int i = 0; i < COLD; i++) {
                mark(director, i);
            }
            for (int i = 0; i < MARKS; i++) {
                milliseconds[i] = seconds(director, COLD + i) * 1000;
            }
            Arrays.sort(milliseconds);
            print("rating.one.p50", milliseconds[MARKS / 2], "ms");
            print("rating.one.p99", milliseconds[MARKS * 99 / 100], "ms");
            all(installed, director);
            new TrialBench(installed, director, sizes).run();
            new AccrualBench(installed, director, sizes).run();
        }
    }

    /// What the command that needs ratings takes longer where a mark has come since the last run.
    private void all(Installed installed, Visitor director) throws IOException, InterruptedException {
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            mark(director, COLD + MARKS + i);
            double with = command(installed);
            seconds[i] = with - command(installed);
        }
        Arrays.sort(seconds);
        print("rating.all", seconds[RUNS / 2], "s");
    }

    private static double command(Installed installed) throws IOException, InterruptedException {
        long started = System.nanoTime();
        installed.command("accounts", "--key", "--json");
        return (System.nanoTime() - started) / 1e9;
    }

    private double seconds(Visitor director, int number) throws IOException, InterruptedException {
        long started = System.nanoTime();
        mark(director, number);
        return (System.nanoTime() - started) / 1e9;
    }

    private void mark(Visitor director, int number) throws IOException, InterruptedException {
        director.submit(
                "/accounts/" + Wholesaler.code(number % sizes.accounts()) + "/assessments",
                Map.of(
                        "criterion",
                        "philosophy",
                        "mark",
                        String.valueOf(1 + (number + number / 250) % 5),
                        "evidence",
                        "A visit",
                        "assessedOn",
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()));
    }

    private void print(String name, double value, String unit) {
        new Figure(name, value, unit, "accounts=%d lines=%d".formatted(sizes.accounts(), sizes.lines())).print();
    }
}
