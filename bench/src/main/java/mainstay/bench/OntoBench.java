package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A small import onto nothing and onto a large ledger: its cost must follow the file, not the history.
final class OntoBench {

    private static final int SMALL = 10_000;
    private static final int TRIES = 3;

    private final Path work;
    private final Sizes sizes;

    OntoBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException {
        Files.createDirectories(work);
        Wholesaler wholesaler = new Wholesaler(sizes.accounts(), 2);
        Path accounts = work.resolve("accounts.csv");
        Path large = work.resolve("large.csv");
        wholesaler.writeAccounts(accounts);
        try (Installed installed = Installed.empty(work.resolve("onto-home")).withoutBackground()) {
            installed.start();
            installed.command("import", accounts.toString(), "--kind", "accounts", "--json");
            double onto = small(installed, wholesaler, "N");
            for (long done = 0; done < sizes.lines(); done += 5_000_000) {
                wholesaler.writeSales(large, Math.min(5_000_000, sizes.lines() - done), "L" + done + "-");
                Report.seconds(installed.command("import", large.toString(), "--json"));
            }
            double later = small(installed, wholesaler, "S");
            print("import.small.ontoNothing", onto, "s");
            print("import.small.ontoHistory", later, "s");
            print("import.small.ratio", later / onto, "times");
        }
    }

    /// The median of some small imports.
    private double small(Installed installed, Wholesaler wholesaler, String series)
            throws IOException, InterruptedException {
        double[] seconds = new double[TRIES];
        Path file = work.resolve("small.csv");
        for (int i = 0; i < TRIES; i++) {
            wholesaler.writeSales(file, SMALL, series + i + "-");
            seconds[i] = Report.seconds(installed.command("import", file.toString(), "--json"));
        }
        Arrays.sort(seconds);
        return seconds[TRIES / 2];
    }

    private void print(String name, double value, String unit) {
        new Figure(name, value, unit, "lines=" + sizes.lines() + " small=" + SMALL).print();
    }
}
