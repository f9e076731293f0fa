package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// An import of a large file, beside COPY of the same rows into a table like the ledger's and into a bare one.
final class ImportBench {

    private final Path work;
    private final Sizes sizes;

    ImportBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(work);
        Path accounts = work.resolve("accounts.csv");
        Path sales = work.resolve("sales.csv");
        Wholesaler wholesaler = new Wholesaler(sizes.accounts(), 1);
        wholesaler.writeAccounts(accounts);
        wholesaler.writeSales(sales, sizes.lines(), "A");
        try (Installed installed = Installed.empty(work.resolve("import-home")).withoutBackground()) {
            installed.start();
            print("import.accounts.rate", sizes.accounts() / seconds(installed, accounts, "accounts"), "rows/s");
            double imported = seconds(installed, sales, "sales");
            print("import.sales.rate", sizes.lines() / imported, "rows/s");
            print("import.sales.seconds", imported, "s");
            print("import.command.peak", installed.lastCommandPeak(), "MB");
            try (Connection owner = installed.connect()) {
                beside(owner, imported);
            }
        }
    }

    /// The rate of the import as a share of the rate of COPY alone.
    private void beside(Connection owner, double imported) throws SQLException {
        CopiedLedger copied = new CopiedLedger(owner);
        copied.prepare();
        double identical = copied.into("bench.identical");
        double bare = copied.into("bench.bare");
        print("copy.identical.rate", sizes.lines() / identical, "rows/s");
        print("copy.bare.rate", sizes.lines() / bare, "rows/s");
        print("import.of.identical", identical / imported, "share");
        print("import.of.bare", bare / imported, "share");
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop schema bench cascade");
        }
    }

    private static double seconds(Installed installed, Path file, String kind)
            throws IOException, InterruptedException {
        return Report.seconds(installed.command("import", file.toString(), "--kind", kind, "--json"));
    }

    private void print(String name, double value, String unit) {
        new Figure(name, value, unit, "lines=" + sizes.lines() + " accounts=" + sizes.accounts()).print();
    }
}
