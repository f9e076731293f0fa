package mainstay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The board of dropped shuttlecocks and the map of coverage in a large firm: a third of the key accounts is covered
/// wholly, the others by half, and a few people are away.
final class BoardBench {

    private static final String COVERED = """
            insert into team.duty (account_id, field_id, user_id, part, since, recorded_by)
            select w.account_id, f.id, u.id, 'accountable', now() - interval '90 days', 'bench'
            from team.watched w
            cross join team.field f
            cross join (select min(id) as id from identity.users where role = 'kam') u
            where f.retired_at is null and (w.account_id % 3 = 0 or (w.account_id + f.id) % 2 = 0)
              and not exists (select 1 from team.duty d where d.account_id = w.account_id)
            """;

    private final Path work;
    private final Sizes sizes;

    BoardBench(Path work, Sizes sizes) {
        this.work = work;
        this.sizes = sizes;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (Installed installed = new LargeFirm(work, sizes).open(false);
                Connection owner = installed.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(COVERED);
            statement.execute("analyze team.duty");
            measure(installed, Question.page("coverage board", number -> "/team/coverage"));
            measure(installed, Question.page("coverage map", number -> "/team/coverage/map"));
            measure(installed, Question.page("load", number -> "/team/load"));
            measure(installed, Question.page("today", number -> "/today"));
        }
    }

    private void measure(Installed installed, Question question) throws IOException, InterruptedException {
        try (Visitor visitor = Visitor.signedIn(installed.url(), "director", installed.passwordOf("director"))) {
            Load load = new Load(List.of(visitor), question, 1);
            load.closed(2);
            Load.Seen seen = load.closed(sizes.seconds());
            String which = "accounts=%d one visitor".formatted(sizes.accounts());
            new Figure("team " + question.name() + " p50", seen.quantile(0.5), "ms", which).print();
            new Figure("team " + question.name() + " p99", seen.quantile(0.99), "ms", which).print();
        }
    }
}
