package mainstay.dossier.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
class FactDrafts {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final TypeReference<List<SentFact>> ROWS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    FactDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param rows as they were sent
    record Draft(long id, String fileName, List<String> headers, List<SentFact> rows) {}

    /// One at a time: a sender's earlier ones go.
    long add(String fileName, FactFile file) {
        Long user = sender();
        Instant now = clock.instant();
        database.sql("delete from dossier.fact_draft where user_id = :user")
                .param("user", user)
                .update();
        return database.sql("""
                        insert into dossier.fact_draft (user_id, file_name, headers, rows, added_at)
                        values (:user, :name, :headers, cast(:rows as jsonb), :at) returning id
                        """)
                .param("user", user)
                .param("name", fileName)
                .param("headers", file.headers().toArray(String[]::new))
                .param("rows", json.writeValueAsString(file.rows()))
                .param("at", Sql.timestamp(now))
                .query(Long.class)
                .single();
    }

    private static Long sender() {
        Long user = Acting.actor().id();
        if (user == null) {
            throw new Problem.Forbidden("archive.mayNotWrite");
        }
        return user;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(long id) {
        return database.sql("""
                        select id, file_name, headers, rows::text as rows from dossier.fact_draft
                        where id = :id and added_at > :since
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
                List.of((String[]) row.getArray("headers").getArray()),
                json.readValue(row.getString("rows"), ROWS));
    }

    /// Those that nobody decided on within a day, whoever sent them.
    long forgetOld() {
        return database.sql("select dossier.forget_fact_drafts()")
                .query(Long.class)
                .single();
    }

    /// @return false where somebody wrote or gave it up already
    boolean remove(long id) {
        return database.sql("delete from dossier.fact_draft where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }
}
