package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A firm with many accounts and a long ledger, filled once and kept for the next measurement.
final class LargeFirm {

    private static final String ARCHIVE = "archive-home";
    private static final String READY = "ready";

    private final Path work;
    private final Sizes sizes;

    LargeFirm(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    /// @param background whether what follows imports by itself goes on beside
    Installed open(boolean background) throws IOException, InterruptedException, SQLException {
        return open("pages-home", background, installed -> {});
    }

    /// The same with an archive of facts in a home of its own, all of which can be found.
    Installed openWithFacts() throws IOException, InterruptedException, SQLException {
        if (!Files.exists(work.resolve(ARCHIVE).resolve(READY))) {
            open(ARCHIVE, true, new ManyFacts(work, sizes)::fill).close();
        }
        return open(ARCHIVE, false, installed -> {});
    }

    /// What else is brought before the firm counts as filled.
    private interface Further {
        void fill(Installed installed) throws IOException, InterruptedException;
    }

    private Installed open(String name, boolean background, Further further)
            throws IOException, InterruptedException, SQLException {
        Path home = work.resolve(name);
        boolean there = Files.exists(home.resolve(READY));
        Installed installed = there ? new Installed(home) : Installed.empty(home);
        if (!background) {
            installed.withoutBackground();
        }
        try {
            installed.start();
            if (!there) {
                fill(installed);
                further.fill(installed);
                Files.createFile(home.resolve(READY));
            }
            makeSearchKeys(installed);
            return installed;
        } catch (IOException | InterruptedException | SQLException | RuntimeException failed) {
            installed.close();
            throw failed;
        }
    }

    private void fill(Installed installed) throws IOException, InterruptedException {
        Wholesaler wholesaler = new Wholesaler(sizes.accounts(), 1);
        Path accounts = work.resolve("accounts.csv");
        Path sales = work.resolve("sales.csv");
        wholesaler.writeAccounts(accounts);
        wholesaler.writeSales(sales, sizes.lines(), "A");
        installed.command("user", "add", "director", "--role", "director", "--full-name", "Director");
        installed.command("user", "add", "manager", "--role", "kam", "--full-name", "Manager 000");
        installed.command("import", accounts.toString(), "--kind", "accounts", "--json");
        installed.command("import", sales.toString(), "--json");
        installed.command("accounts", "--key", "--json");
    }

    /// A server with its background makes them within a minute after an import; without it readers do, a part each.
    private static void makeSearchKeys(Installed installed) throws IOException, InterruptedException, SQLException {
        Question search = Question.page("search", number -> "/search/results?q=C000123");
        try (Connection database = installed.connect();
                Statement statement = database.createStatement();
                Visitor reader = Visitor.signedIn(installed.url(), "admin", Installed.PASSWORD)) {
            while (isAny(statement, "select exists (select 1 from accounts.search_due)")) {
                reader.ask(search, 0);
            }
        }
    }

    private static boolean isAny(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
