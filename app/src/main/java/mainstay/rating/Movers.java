package mainstay.rating;

import java.util.List;
import java.util.Optional;
import mainstay.portfolio.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who moved since the rating of an earlier day, and what made them move.
@Service
@Transactional(readOnly = true)
public class Movers {
    private static final String MOVED = """
            from rating.current c
            join rating.rating now on now.id = c.rating_id
            join rating.rating before on before.id = c.previous_id
            join accounts.pub_account a on a.id = c.account_id
            left join rating.verdict v on v.scope = c.scope and v.region = '' and v.account_id = c.account_id
            where c.scope = 'account'
              and case when :up then now.stars > before.stars or now.stars = before.stars and now.score >= before.score + 3
                       else now.stars < before.stars or now.stars = before.stars and now.score <= before.score - 3 end
            """;

    private final JdbcClient jdbc;
    private final RatingTable ratings;

    Movers(JdbcClient jdbc, RatingTable ratings) {
        this.jdbc = jdbc;
        this.ratings = ratings;
    }

    /// Accounts that gained or lost stars, or at least three points; those with the largest sales first.
    public List<Mover> strongest(boolean up, int most) {
        record Moved(long account, String code, String name, long revenue) {}
        return jdbc
                .sql("select c.account_id, a.code, a.name, coalesce(v.revenue, 0) as revenue " + MOVED + """
                order by now.stars <> before.stars desc, revenue desc, a.code limit :most
                """)
                .param("up", up)
                .param("most", most)
                .query((row, number) -> new Moved(
                        row.getLong("account_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("revenue")))
                .list()
                .stream()
                .flatMap(moved -> of(Standing.ACCOUNT, moved.account())
                        .map(movement -> new Mover(moved.code(), moved.name(), moved.revenue(), movement))
                        .stream())
                .toList();
    }

    /// How many accounts moved that way.
    int count(boolean up) {
        return jdbc.sql("select count(*) " + MOVED)
                .param("up", up)
                .query(Integer.class)
                .single();
    }

    /// How many gained or lost stars.
    int countStars(boolean up) {
        return jdbc.sql("select count(*) " + MOVED + " and now.stars <> before.stars")
                .param("up", up)
                .query(Integer.class)
                .single();
    }

    /// The last move of an account, nothing where there is only one rating.
    public Optional<Movement> of(String scope, long account) {
        return ratings.current(scope, account)
                .flatMap(after -> ratings.previous(scope, account).map(before -> Movement.between(before, after)));
    }
}
