package mainstay.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A draft of a rating model, tried on the accounts of a large firm: on today's data and on those of a year ago.
final class TrialBench {

    private static final int LOOK_EVERY_MS = 100;

    private final Installed installed;
    private final Visitor director;
    private final Sizes sizes;

    TrialBench(Installed installed, Visitor director, Sizes sizes) {
        this.installed = installed;
        this.director = director;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            director.submit("/settings/models", Map.of("base", "1"));
            long draft = number(statement, "select max(version) from rating.model_version");
            long started = System.nanoTime();
            director.submit("/settings/models/" + draft + "/trial", Map.of());
            String running = "select count(*) from rating.trial where status = 'running' and version = " + draft;
            while (number(statement, running) > 0) {
                Thread.sleep(LOOK_EVERY_MS);
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            if (number(statement, "select count(*) from rating.trial where status = 'done' and version = " + draft)
                    == 0) {
                throw new IllegalStateException("the trial failed");
            }
            director.submit("/settings/models/" + draft + "/discard", Map.of());
            new Figure("rating.trial", seconds, "s", "accounts=%d lines=%d".formatted(sizes.accounts(), sizes.lines()))
                    .print();
        }
    }

    private static long number(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
