package mainstay.dossier.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.accounts.FoundBesides;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.identity.Level;
import mainstay.identity.TokenScope;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Facts by what they say. Those of level full are named by their field alone: what they say is told by
/// the archive. Who finds them is written down all the same.
@Component
@Order(1)
class FoundFacts implements FoundBesides {

    private final Candidates candidates;
    private final JdbcClient database;
    private final ReadLog log;
    private final TransactionTemplate reading;

    FoundFacts(Candidates candidates, JdbcClient database, ReadLog log, PlatformTransactionManager transactions) {
        this.candidates = candidates;
        this.database = database;
        this.log = log;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// With what has to be known later of who is shown it: that it holds the word is told by finding it.
    private record Found(Hit hit, @Nullable Look look) {}

    @Override
    public String titleKey() {
        return "found.facts";
    }

    @Override
    public TokenScope scope() {
        return TokenScope.READ_ARCHIVE;
    }

    @Override
    public List<Hit> find(String typed, int most) {
        List<Found> found = Objects.requireNonNull(reading.execute(status -> found(typed, most)));
        List<Look> looks = found.stream()
                .map(Found::look)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!looks.isEmpty()) {
            log.note(looks);
        }
        return found.stream().map(Found::hit).toList();
    }

    private List<Found> found(String typed, int most) {
        List<Long> ids = candidates.of("fact", typed, most);
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select a.id as account, f.part, f.sensitivity, a.code, a.name, k.code as field, k.name as own,
                               case when f.sensitivity < 3 then coalesce(f.word, trim_scale(f.figure)::text, f.day::text) else '' end as said
                        from dossier.fact f
                        join dossier.field k on k.id = f.field_id
                        join accounts.pub_card a on a.id = f.account_id
                        where f.id = any(:ids) and f.sensitivity < 4
                        order by k.weight desc, f.observed_on desc, f.id desc limit :most
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("most", most)
                .query((row, number) -> new Found(hit(row, typed), look(row)))
                .list();
    }

    private static @Nullable Look look(ResultSet row) throws SQLException {
        return row.getInt("sensitivity") < Level.FULL.number()
                ? null
                : new Look(
                        row.getLong("account"),
                        "search",
                        List.of(row.getString("part")),
                        Level.FULL,
                        row.getString("field"));
    }

    private static Hit hit(ResultSet row, String typed) throws SQLException {
        String field = row.getString("field");
        return new Hit(
                AccountCard.pathOf(row.getString("code")) + "/archive/" + field,
                row.getString("name"),
                Objects.requireNonNullElse(row.getString("own"), "archive.field." + field),
                Snippet.of(row.getString("said"), typed));
    }
}
