package mainstay.relationships.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/// Files between the look at them and the decision, each seen by its sender alone.
@Repository
@Transactional
class ActivityDrafts {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final TypeReference<List<SentActivity>> ROWS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    ActivityDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Draft(long id, String fileName, SentFile file) {}

    /// One at a time: a sender's earlier ones go.
    long add(String fileName, SentFile file) {
        Long user = Acting.actor().id();
        if (user == null) {
            throw new Problem.Forbidden("error.403");
        }
        database.sql("delete from relationships.draft where user_id = :user")
                .param("user", user)
                .update();
        return database.sql("""
                        insert into relationships.draft (user_id, file_name, headers, rows, added_at)
                        values (:user, :name, :headers, cast(:rows as jsonb), :at) returning id
                        """)
                .param("user", user)
                .param("name", fileName)
                .param("headers", file.headers().toArray(String[]::new))
                .param("rows", json.writeValueAsString(file.rows()))
                .param("at", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(long id) {
        return database.sql("""
                        select id, file_name, headers, rows::text as rows from relationships.draft where id = :id and added_at > :since
                        """)
                .param("id", id)
                .param("since", Sql.timestamp(clock.instant().minus(KEPT)))
                .query(this::draft)
                .optional();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getString("file_name"),
                new SentFile(
                        List.of((String[]) row.getArray("headers").getArray()),
                        json.readValue(row.getString("rows"), ROWS)));
    }

    /// @return false where somebody wrote or gave it up already
    boolean remove(long id) {
        return database.sql("delete from relationships.draft where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }
}
