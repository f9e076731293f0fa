package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// An import of a large file by a command, which starts cold, and by a server that has run for a while, beside COPY of
/// the same rows into a table like the ledger's and into a bare one.
final class ImportBench {

    /// After the one of the accounts.
    private static final long SALES_BATCH = 2;

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
            Copies copies;
            try (Connection owner = installed.connect()) {
                copies = copied(owner);
            }
            print("copy.identical.rate", sizes.lines() / copies.identical(), "rows/s");
            print("copy.bare.rate", sizes.lines() / copies.bare(), "rows/s");
            print("import.of.identical", copies.identical() / imported, "share");
            print("import.of.bare", copies.bare() / imported, "share");
            double warm = warm(installed, sales);
            print("import.warm.seconds", warm, "s");
            print("import.warm.of.identical", copies.identical() / warm, "share");
            print("import.warm.of.bare", copies.bare() / warm, "share");
        }
    }

    /// Seconds that COPY alone takes for the same rows.
    private record Copies(double identical, double bare) {}

    /// The same file over the API of the server, which has imported it once before and withdrawn it again.
    private static double warm(Installed installed, Path sales) throws IOException, InterruptedException {
        try (ServerImports server = new ServerImports(
                installed.url(), installed.command("user", "token", "admin").strip())) {
            server.withdraw(SALES_BATCH);
            server.withdraw(server.sales(sales).batch());
            return Report.seconds(server.sales(sales).json());
        }
    }

    private static Copies copied(Connection owner) throws SQLException {
        CopiedLedger copied = new CopiedLedger(owner);
        copied.prepare();
        Copies copies = new Copies(copied.into("bench.identical"), copied.into("bench.bare"));
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop schema bench cascade");
        }
        return copies;
    }

    private static double seconds(Installed installed, Path file, String kind)
            throws IOException, InterruptedException {
        return Report.seconds(installed.command("import", file.toString(), "--kind", kind, "--json"));
    }

    private void print(String name, double value, String unit) {
        new Figure(name, value, unit, "lines=" + sizes.lines() + " accounts=" + sizes.accounts()).print();
    }
}
