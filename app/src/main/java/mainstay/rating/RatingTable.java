package mainstay.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.Stars;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The kept ratings: appended, never changed.
@Repository
class RatingTable {
    private static final String RATING = """
            select r.account_id, r.model_version, r.as_of, r.score, r.coverage, r.stars, r.computed_stars, r.held_stars, r.hollow,
                   r.figures, r.points, r.unknown
            from rating.rating r
            """;

    private final JdbcClient jdbc;
    private final Models models;
    private final JsonMapper snakes;

    RatingTable(JdbcClient jdbc, Models models, JsonMapper json) {
        this.jdbc = jdbc;
        this.models = models;
        this.snakes = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /// The stars of each account in its newest rating before the occasion's day.
    Map<Long, Stars> starsBefore(Occasion occasion) {
        Map<Long, Stars> before = new HashMap<>();
        jdbc.sql("""
                select distinct on (account_id) account_id, coalesce(held_stars, stars) as stars, computed_stars, hollow
                from rating.rating
                where scope = :scope and as_of < :asOf and model_version = :version
                order by account_id, as_of desc, id desc
                """)
                .param("scope", occasion.scope())
                .param("asOf", occasion.asOf())
                .param("version", occasion.modelVersion())
                .query((ResultSet row) -> {
                    before.put(row.getLong("account_id"), stars(row));
                });
        return before;
    }

    /// The stars of one account in its newest rating before the occasion's day.
    @Nullable
    Stars starsBefore(Occasion occasion, long account) {
        return jdbc.sql("""
                select coalesce(held_stars, stars) as stars, computed_stars, hollow from rating.rating
                where scope = :scope and account_id = :account and as_of < :asOf and model_version = :version
                order by as_of desc, id desc limit 1
                """)
                .param("scope", occasion.scope())
                .param("account", account)
                .param("asOf", occasion.asOf())
                .param("version", occasion.modelVersion())
                .query((row, number) -> stars(row))
                .optional()
                .orElse(null);
    }

    private static Stars stars(ResultSet row) throws SQLException {
        return new Stars(row.getInt("stars"), row.getInt("computed_stars"), row.getBoolean("hollow"));
    }

    /// Adds ratings, except those that say again what the current one of the same day already says. Each is
    /// looked up by its keys, one after the other: a join would read all that were ever kept, for each block anew.
    void append(List<RatingRow> rows) {
        jdbc.sql("""
                insert into rating.rating (scope, account_id, model_version, as_of, revision, score, coverage, stars,
                                           computed_stars, held_stars, hollow, figures, points, unknown)
                select n.scope, n.account_id, n.model_version, n.as_of, n.revision, n.score, n.coverage, n.stars,
                       n.computed_stars, n.held_stars, n.hollow, n.figures, n.points, n.unknown
                from json_populate_recordset(null::rating.rating, cast(:rows as json)) n
                where not exists (
                    select 1 from rating.rating r
                    where r.id = (select c.rating_id from rating.current c
                                  where c.scope = n.scope and c.account_id = n.account_id)
                      and r.as_of = n.as_of and r.model_version = n.model_version and r.stars = n.stars
                      and r.held_stars is not distinct from n.held_stars
                      and (r.figures, r.points, r.unknown) = (n.figures, n.points, n.unknown)
                    offset 0)
                """).param("rows", snakes.writeValueAsString(rows)).update();
    }

    /// Points every rated account at its newest rating of the day and at the newest one of an earlier day.
    void pointAt(Occasion occasion) {
        jdbc.sql("delete from rating.current where scope = :scope")
                .param("scope", occasion.scope())
                .update();
        jdbc.sql("""
                insert into rating.current (scope, account_id, rating_id, previous_id, as_of, before, stars, hollow)
                select distinct on (r.account_id) r.scope, r.account_id, r.id, p.id, r.as_of, p.as_of, r.stars, r.hollow
                from rating.rating r
                left join (select distinct on (b.account_id) b.account_id, b.id, b.as_of from rating.rating b
                           where b.scope = :scope and b.as_of < :asOf
                           order by b.account_id, b.as_of desc, b.id desc) p on p.account_id = r.account_id
                where r.scope = :scope and r.as_of = :asOf
                  and r.account_id in (select s.account_id from portfolio.pub_standing s where s.scope = :scope)
                order by r.account_id, r.id desc
                """)
                .param("scope", occasion.scope())
                .param("asOf", occasion.asOf())
                .update();
        noteMoves(occasion.scope());
    }

    /// Points one account, which is rated on that day already, at its newest rating of the day.
    void pointAt(Occasion occasion, long account) {
        jdbc.sql("""
                update rating.current c set rating_id = r.id, stars = r.stars, hollow = r.hollow
                from (select n.id, n.stars, n.hollow from rating.rating n
                      where n.scope = :scope and n.account_id = :account and n.as_of = :asOf
                      order by n.id desc limit 1) r
                where c.scope = :scope and c.account_id = :account and c.as_of = :asOf
                """)
                .param("scope", occasion.scope())
                .param("account", account)
                .param("asOf", occasion.asOf())
                .update();
        noteMoves(occasion.scope(), account);
    }

    /// Writes down whom the newest ratings moved; what another model brought about is no move of an account.
    void noteMoves(String scope) {
        noteMoves(scope, null);
    }

    private void noteMoves(String scope, @Nullable Long account) {
        String one = account == null ? "" : " and c.account_id = :account";
        of(account, jdbc.sql("delete from rating.move c where c.scope = :scope" + one))
                .param("scope", scope)
                .update();
        of(account, jdbc.sql("""
                insert into rating.move (scope, account_id, as_of, before, points, stars)
                select m.scope, m.account_id, m.as_of, m.before, m.points, m.stars
                from (select c.scope, c.account_id, c.as_of, c.before, n.score - b.score as points,
                             case when n.hollow or b.hollow then 0 else sign(n.stars - b.stars) end as stars
                      from rating.current c
                      join rating.rating n on n.id = c.rating_id
                      join rating.rating b on b.id = c.previous_id
                      where c.scope = :scope and c.before is not null and n.model_version = b.model_version %s) m
                where m.stars <> 0 or abs(m.points) >= 10
                """.formatted(one))).param("scope", scope).update();
    }

    private static JdbcClient.StatementSpec of(@Nullable Long account, JdbcClient.StatementSpec statement) {
        return account == null ? statement : statement.param("account", account);
    }

    /// Who leads the group of an account on a day; the account itself where it stands alone.
    long root(long account, LocalDate day) {
        return jdbc.sql("select coalesce(accounts.pub_group_of(:account, :day), :account)")
                .param("account", account)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    Optional<Rating> current(String scope, long account) {
        return jdbc.sql(RATING + """
                join rating.current c on c.rating_id = r.id where c.scope = :scope and c.account_id = :account
                """)
                .param("scope", scope)
                .param("account", account)
                .query(this::rating)
                .optional();
    }

    Optional<Rating> previous(String scope, long account) {
        return jdbc.sql(RATING + """
                join rating.current c on c.previous_id = r.id where c.scope = :scope and c.account_id = :account
                """)
                .param("scope", scope)
                .param("account", account)
                .query(this::rating)
                .optional();
    }

    /// What another model said of the day of a rating, before the one that made it came into force.
    Optional<Rating> byModelBefore(String scope, Rating rating) {
        return jdbc.sql(RATING + """
                where r.scope = :scope and r.account_id = :account and r.as_of = :asOf and r.model_version <> :version
                  and r.id < (select c.rating_id from rating.current c
                              where c.scope = :scope and c.account_id = :account)
                order by r.id desc limit 1
                """)
                .param("scope", scope)
                .param("account", rating.account())
                .param("asOf", rating.asOf())
                .param("version", rating.modelVersion())
                .query(this::rating)
                .optional();
    }

    private Rating rating(ResultSet row, int number) throws SQLException {
        return new Rating(
                row.getLong("account_id"),
                row.getInt("model_version"),
                row.getDate("as_of").toLocalDate(),
                row.getDouble("score"),
                row.getDouble("coverage"),
                row.getInt("stars"),
                row.getInt("computed_stars"),
                row.getObject("held_stars", Integer.class),
                row.getBoolean("hollow"),
                parts(row));
    }

    private List<Part> parts(ResultSet row) throws SQLException {
        List<Criterion> criteria = models.criteria(row.getInt("model_version"));
        @Nullable Double[] figures = (Double[]) row.getArray("figures").getArray();
        @Nullable Double[] points = (Double[]) row.getArray("points").getArray();
        @Nullable String[] unknown = (String[]) row.getArray("unknown").getArray();
        return IntStream.range(0, criteria.size())
                .mapToObj(i -> Part.of(criteria.get(i), figures[i], points[i], unknown[i]))
                .toList();
    }
}
