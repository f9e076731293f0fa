package mainstay.rating;

import java.util.List;
import java.util.Optional;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who moved since the rating of an earlier day, and what made them move.
@Service
@Transactional(readOnly = true)
public class Movers {
    /// Stars count where both ratings rest on enough. Ratings are compared where the ledger reaches back equally
    /// far behind both, see [Comparison].
    private static final String MOVED = """
            from rating.move m
            join accounts.pub_card a on a.id = m.account_id
            left join rating.verdict v on v.scope = m.scope and v.region = '' and v.account_id = m.account_id
            where m.scope = :scope and (m.stars = :way or m.stars = 0 and m.points * :way >= 10)
              and cast(:enough as date) <= m.before - interval '1 year'
              and (cast(:enough as date) <= m.before - interval '2 years')
                  = (cast(:enough as date) <= m.as_of - interval '2 years')
            """;

    private final JdbcClient jdbc;
    private final RatingTable ratings;
    private final Runs runs;
    private final Portfolio portfolio;

    Movers(JdbcClient jdbc, RatingTable ratings, Runs runs, Portfolio portfolio) {
        this.jdbc = jdbc;
        this.ratings = ratings;
        this.runs = runs;
        this.portfolio = portfolio;
    }

    /// Accounts that gained or lost stars, or at least ten points; first those that changed stars, by sales.
    public List<Mover> strongest(boolean group, boolean up, int most) {
        record Moved(long account, String code, String name, long revenue) {}
        String scope = scope(group);
        return moved("select m.account_id, a.code, a.name, coalesce(v.revenue, 0) as revenue ", group, up, """
                order by m.stars <> 0 desc, revenue desc, a.code limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Moved(
                        row.getLong("account_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("revenue")))
                .list()
                .stream()
                .flatMap(moved -> of(scope, moved.account())
                        .map(movement -> new Mover(moved.code(), moved.name(), moved.revenue(), up, movement))
                        .stream())
                .toList();
    }

    /// How many accounts moved that way.
    int count(boolean group, boolean up) {
        return moved("select count(*) ", group, up, "").query(Integer.class).single();
    }

    /// How many gained or lost stars.
    int countStars(boolean group, boolean up) {
        return moved("select count(*) ", group, up, " and m.stars <> 0")
                .query(Integer.class)
                .single();
    }

    /// Whether there are earlier ratings, and none that the ledger is old enough to compare with.
    boolean tooYoung(boolean group) {
        return jdbc.sql("""
                select c.as_of, c.before from rating.current c
                where c.scope = :scope and c.before is not null
                order by c.before desc limit 1
                """)
                .param("scope", scope(group))
                .query((row, number) -> comparison()
                        .fails(
                                row.getDate("before").toLocalDate(),
                                row.getDate("as_of").toLocalDate()))
                .optional()
                .orElse(false);
    }

    /// The version of the model by which the newest day is rated, where the day before was rated by another:
    /// then nobody moved, whatever became of the ratings.
    Optional<Integer> remodelled() {
        return runs.remodelled();
    }

    /// The last move of an account; nothing where there is no earlier rating, or none to compare with: ratings by two
    /// versions of the model are none.
    public Optional<Movement> of(String scope, long account) {
        Comparison comparison = comparison();
        return ratings.current(scope, account)
                .flatMap(after -> ratings.previous(scope, account)
                        .filter(before -> before.modelVersion() == after.modelVersion()
                                && !comparison.fails(before.asOf(), after.asOf()))
                        .map(before -> Movement.between(before, after)));
    }

    private Comparison comparison() {
        return new Comparison(portfolio.state().from());
    }

    private JdbcClient.StatementSpec moved(String what, boolean group, boolean up, String rest) {
        return jdbc.sql(what + MOVED + rest)
                .param("scope", scope(group))
                .param("way", up ? 1 : -1)
                .param("enough", comparison().enough());
    }

    private static String scope(boolean group) {
        return group ? Standing.GROUP : Standing.ACCOUNT;
    }
}
