package mainstay.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mainstay.rating.model.Ceiling;
import mainstay.rating.model.Criterion;
import mainstay.rating.model.Stars;
import mainstay.shared.RecordColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kept ratings: appended, never changed.
@Repository
class RatingTable {
    private static final String RATING = """
            select r.account_id, r.model_version, r.as_of, r.score, r.coverage, r.stars, r.computed_stars, r.held_stars, r.hollow,
                   r.figures, r.points, r.unknown, r.ceiling
            from rating.rating r
            """;

    /// From the ratings in force, so that what was ever kept is not read again.
    private static final String STARS_BEFORE = """
            select c.account_id, coalesce(r.held_stars, r.stars) as stars, r.computed_stars, r.hollow, r.known, r.hidden, r.ceiling
            from rating.current c
            cross join lateral (
                select * from rating.rating b
                where b.id = case when c.as_of < :asOf then c.rating_id else c.previous_id end offset 0) r
            where c.scope = :scope and r.as_of < :asOf and r.model_version = :version
            """;

    private static final RecordColumns<RatingRow> ROWS = RecordColumns.of(RatingRow.class);

    /// Whom the newest ratings moved; what another model brought about is no move of an account. The ratings are looked
    /// up by their keys, as in [#append].
    private static final String MOVES = """
            insert into rating.move (scope, account_id, as_of, before, points, stars)
            select c.scope, c.account_id, c.as_of, c.before, n.score - b.score,
                   case when n.hollow or b.hollow then 0 else sign(n.stars - b.stars) end
            from rating.current c
            cross join lateral (select * from rating.rating r where r.id = c.rating_id offset 0) n
            cross join lateral (select * from rating.rating r where r.id = c.previous_id offset 0) b
            """;

    private static final String MOVED = " n.model_version = b.model_version"
            + " and (abs(n.score - b.score) >= 10 or not n.hollow and not b.hollow and n.stars <> b.stars)";

    private final JdbcClient jdbc;
    private final Models models;

    RatingTable(JdbcClient jdbc, Models models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /// The stars of each account in its rating of the day before the occasion's, where the same model gave them.
    Map<Long, Stars> starsBefore(Occasion occasion) {
        Map<Long, Stars> before = new HashMap<>();
        jdbc.sql(STARS_BEFORE)
                .param("scope", occasion.scope())
                .param("asOf", occasion.asOf())
                .param("version", occasion.modelVersion())
                .query((ResultSet row) -> {
                    before.put(row.getLong("account_id"), before(row));
                });
        return before;
    }

    /// The same of one account.
    @Nullable
    Stars starsBefore(Occasion occasion, long account) {
        return jdbc.sql(STARS_BEFORE + " and c.account_id = :account")
                .param("scope", occasion.scope())
                .param("account", account)
                .param("asOf", occasion.asOf())
                .param("version", occasion.modelVersion())
                .query((row, number) -> before(row))
                .optional()
                .orElse(null);
    }

    /// The stars that every account has now.
    Map<Long, Stars> shown(String scope) {
        Map<Long, Stars> shown = new HashMap<>();
        jdbc.sql("select account_id, stars, stars as computed_stars, hollow from rating.current where scope = :scope")
                .param("scope", scope)
                .query((ResultSet row) -> {
                    shown.put(row.getLong("account_id"), stars(row));
                });
        return shown;
    }

    private static Stars before(ResultSet row) throws SQLException {
        return new Stars(
                row.getInt("stars"),
                row.getInt("computed_stars"),
                row.getBoolean("hollow"),
                new Ceiling(row.getLong("known"), row.getLong("hidden"), row.getObject("ceiling", Integer.class)));
    }

    private static Stars stars(ResultSet row) throws SQLException {
        return new Stars(row.getInt("stars"), row.getInt("computed_stars"), row.getBoolean("hollow"));
    }

    /// What the current ratings of the occasion's day say, as digests. Each is looked up by its key: a join would read
    /// all that were ever kept.
    Map<Long, Long> said(Occasion occasion) {
        Map<Long, Long> said = new HashMap<>();
        jdbc.sql("""
                        select c.account_id, r.digest from rating.current c
                        cross join lateral (select digest from rating.rating b where b.id = c.rating_id offset 0) r
                        where c.scope = :scope and c.as_of = :asOf
                        """)
                .param("scope", occasion.scope())
                .param("asOf", occasion.asOf())
                .query((ResultSet row) -> {
                    said.put(row.getLong("account_id"), row.getLong("digest"));
                });
        return said;
    }

    /// Whether the current rating of an account says the same.
    boolean says(RatingRow row) {
        return jdbc.sql("""
                        select exists (
                            select from rating.current c join rating.rating r on r.id = c.rating_id
                            where c.scope = :scope and c.account_id = :account and c.as_of = :asOf and r.digest = :digest)
                        """)
                .param("scope", row.scope())
                .param("account", row.accountId())
                .param("asOf", row.asOf())
                .param("digest", row.digest())
                .query(Boolean.class)
                .single();
    }

    void append(List<RatingRow> rows) {
        ROWS.bind(
                        jdbc.sql("insert into rating.rating (%s) select %s from %s"
                                .formatted(ROWS.names(), ROWS.names(), ROWS.rows())),
                        rows)
                .update();
    }

    /// Tells the planner of ratings, where most of them are new.
    void measure() {
        jdbc.sql("select rating.measure_ratings()::text").query().singleRow();
    }

    /// Number of the newest rating; who runs the ratings has added all later ones.
    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from rating.rating")
                .query(Long.class)
                .single();
    }

    /// Points accounts at the ratings of the occasion's day that were added since, and forgets those without a
    /// standing. What did not change stays untouched, and what was kept of earlier days is not read again.
    ///
    /// @param since number of the newest rating before the run
    void pointAllAt(Occasion occasion, long since) {
        jdbc.sql("""
                delete from rating.current c
                where c.scope = :scope and not exists (
                    select 1 from portfolio.pub_standing s where s.scope = :scope and s.account_id = c.account_id)
                """).param("scope", occasion.scope()).update();
        jdbc.sql("""
                insert into rating.current as c (scope, account_id, rating_id, as_of, stars, hollow)
                select r.scope, r.account_id, r.id, r.as_of, r.stars, r.hollow
                from rating.rating r where r.id > :since and r.scope = :scope and r.as_of = :asOf
                on conflict (scope, account_id) do update
                set rating_id = excluded.rating_id, as_of = excluded.as_of, stars = excluded.stars,
                    hollow = excluded.hollow,
                    previous_id = case when c.as_of < excluded.as_of then c.rating_id else c.previous_id end,
                    before = case when c.as_of < excluded.as_of then c.as_of else c.before end
                """)
                .param("scope", occasion.scope())
                .param("asOf", occasion.asOf())
                .param("since", since)
                .update();
        jdbc.sql("""
                update rating.current c set previous_id = p.id, before = p.as_of
                from rating.current n
                left join lateral (
                    select r.id, r.as_of from rating.rating r
                    where r.scope = n.scope and r.account_id = n.account_id and r.as_of < n.as_of
                    order by r.as_of desc, r.id desc limit 1) p on true
                where n.scope = :scope and n.rating_id > :since and (n.before is null or n.before >= n.as_of)
                  and c.scope = n.scope and c.account_id = n.account_id and c.previous_id is distinct from p.id
                """).param("scope", occasion.scope()).param("since", since).update();
        noteMoves(occasion.scope(), since);
    }

    /// Writes down whom the ratings that were added since moved.
    void noteMoves(String scope, long since) {
        jdbc.sql("""
                delete from rating.move m
                where m.scope = :scope and not exists (
                    select 1 from rating.current c
                    where c.scope = :scope and c.account_id = m.account_id and c.rating_id <= :since)
                """).param("scope", scope).param("since", since).update();
        jdbc.sql(MOVES + "where c.scope = :scope and c.rating_id > :since and" + MOVED)
                .param("scope", scope)
                .param("since", since)
                .update();
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
        jdbc.sql("delete from rating.move where scope = :scope and account_id = :account")
                .param("scope", occasion.scope())
                .param("account", account)
                .update();
        jdbc.sql(MOVES + "where c.scope = :scope and c.account_id = :account and" + MOVED)
                .param("scope", occasion.scope())
                .param("account", account)
                .update();
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
                row.getObject("ceiling", Integer.class),
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
