package mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/// Writes how the database carries out the hottest queries, as the application's role under its policies,
/// beside the queries in `bench/plans`.
final class Plans {

    private static final Path QUERIES = Path.of("bench/plans");

    private final Path work;

    Plans(Path work) {
        this.work = work;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new Installed(work.resolve("pages-home"));
                Stream<Path> files = Files.list(QUERIES)) {
            installed.start();
            List<Path> queries = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            try (Connection owner = installed.connect();
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                for (Path query : queries) {
                    Files.writeString(
                            QUERIES.resolve(query.getFileName().toString().replace(".sql", ".txt")),
                            plan(statement, Files.readString(query)));
                    owner.rollback();
                }
            }
        }
    }

    private static String plan(Statement statement, String query) throws SQLException {
        statement.execute("set local role mainstay_app");
        statement.execute("set local \"app.user\" = ''");
        statement.execute("set local \"app.reach\" = '3'");
        statement.executeQuery(query).close(); // once for the caches
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain (analyze, buffers, costs off) " + query)) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString();
    }
}
