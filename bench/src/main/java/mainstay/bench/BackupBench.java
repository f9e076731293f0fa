package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/// A backup of the firm with an archive beside its running server, a look at the file, and bringing it back to
/// a home of its own, whose rows are counted beside those of the first.
final class BackupBench {

    private static final String[] COUNTED = {
        "ledger.sales_line", "accounts.account", "dossier.fact", "activity.entry", "identity.users"
    };

    private final Path work;
    private final Sizes sizes;

    BackupBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws Exception {
        Path file = work.resolve("bench-backup.zip");
        Files.deleteIfExists(file);
        long[] rows;
        try (Installed installed = new LargeFirm(work, sizes).openWithFacts()) {
            print("home", megabytes(work.resolve("archive-home/database")), "MB");
            timed("backup", installed, () -> installed.command("backup", "--to", file.toString(), "--json"));
            print("backup.file", Files.size(file) / 1e6, "MB");
            timed("backup.verify", installed, () -> installed.command("backup", "--verify", file.toString(), "--json"));
            rows = counts(installed);
        }
        try (Installed restored = Installed.empty(work.resolve("restored-home")).withoutBackground()) {
            timed("restore", restored, () -> restored.command("restore", file.toString()));
            long started = System.nanoTime();
            restored.start();
            print("restore.start", (System.nanoTime() - started) / 1e9, "s");
            compare(rows, counts(restored));
        }
        Files.delete(file);
    }

    private void timed(String name, Installed installed, Callable<String> command) throws Exception {
        long started = System.nanoTime();
        command.call();
        print(name + ".seconds", (System.nanoTime() - started) / 1e9, "s");
        print(name + ".peak", installed.lastCommandPeak(), "MB");
    }

    private static long[] counts(Installed installed) throws IOException, SQLException {
        long[] counts = new long[COUNTED.length];
        try (Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            for (int i = 0; i < COUNTED.length; i++) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + COUNTED[i])) {
                    rows.next();
                    counts[i] = rows.getLong(1);
                }
            }
        }
        return counts;
    }

    private void compare(long[] before, long[] after) {
        for (int i = 0; i < COUNTED.length; i++) {
            if (before[i] != after[i]) {
                throw new IllegalStateException("%s had %d rows and has %d".formatted(COUNTED[i], before[i], after[i]));
            }
            print("restored " + COUNTED[i], (double) after[i], "rows");
        }
    }

    private static double megabytes(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    private void print(String name, double value, String unit) {
        new Figure(
                        name,
                        value,
                        unit,
                        "accounts=%d lines=%d facts=%d".formatted(sizes.accounts(), sizes.lines(), sizes.facts()))
                .print();
    }
}
