package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Sql;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells whoever sent a file, wherever they are by then, how its import ended. A later one of the same file speaks for
/// it.
@Component
class EndedImports implements WorkSource {

    private static final Duration NEWS = Duration.ofDays(2);
    private static final int MOST = 10;
    private static final int TODAY = 3;
    private static final int WHENEVER = 0;

    private final JdbcClient database;
    private final Clock clock;

    EndedImports(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("import-ended");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER)) {
            return List.of();
        }
        return database.sql("""
                        select b.id, b.status, b.file_name, b.accepted, b.rows, b.finished_at
                        from ledger.batch b
                        where b.by_user = :me and b.status in ('done', 'refused', 'failed') and not b.rehearses
                          and b.finished_at > :since
                          and not exists (select 1 from ledger.batch n
                                          where n.by_user = b.by_user and n.file_name = b.file_name and n.id > b.id
                                            and not n.rehearses)
                        order by b.id desc limit :most
                        """)
                .param("me", Acting.actor().name())
                .param("since", Sql.timestamp(clock.instant().minus(NEWS)))
                .param("most", COUNTED + 1)
                .query((row, number) -> work(row))
                .list();
    }

    private static Work work(ResultSet row) throws SQLException {
        String status = Objects.requireNonNull(row.getString("status"));
        return Work.of(
                "import-ended",
                String.valueOf(row.getLong("id")),
                "/imports/" + row.getLong("id"),
                "work.import." + status + ".title",
                List.of(row.getString("file_name")),
                "work.import." + status + ".reason",
                List.of(row.getLong("accepted"), row.getLong("rows")),
                null,
                status.equals("done") ? WHENEVER : TODAY,
                Objects.requireNonNull(Sql.instant(row, "finished_at"))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate());
    }
}
