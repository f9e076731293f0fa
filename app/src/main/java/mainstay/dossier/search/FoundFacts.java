package mainstay.dossier.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.accounts.FoundBesides;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Facts by what they say. Those of level full are named by their field alone: what they say is told by
/// the archive, which writes down who read it.
@Component
@Order(1)
@Transactional(readOnly = true)
class FoundFacts implements FoundBesides {

    private final Candidates candidates;
    private final JdbcClient database;

    FoundFacts(Candidates candidates, JdbcClient database) {
        this.candidates = candidates;
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "found.facts";
    }

    @Override
    public List<Hit> find(String typed, int most) {
        List<Long> ids = candidates.of("fact", typed, most);
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select a.code, a.name, k.code as field, k.name as own,
                               case when f.sensitivity < 3 then coalesce(f.word, trim_scale(f.figure)::text, f.day::text) else '' end as said
                        from dossier.fact f
                        join dossier.field k on k.id = f.field_id
                        join accounts.pub_account a on a.id = f.account_id
                        where f.id = any(:ids) and f.sensitivity < 4
                        order by k.weight desc, f.observed_on desc, f.id desc limit :most
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("most", most)
                .query((row, number) -> hit(row, typed))
                .list();
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
