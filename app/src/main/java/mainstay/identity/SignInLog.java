package mainstay.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who tried to sign in, from where, and what came of it. Read by each for themselves and
/// by administrators for all, which the database decides.
@Repository
@Transactional(readOnly = true)
class SignInLog {

    private static final String ASKED = """
            from identity.sign_in s left join identity.users u on u.id = s.user_id
            where (cast(:user as bigint) is null or s.user_id = :user)
              and (cast(:way as text) is null or s.way = :way)
              and (cast(:ended as boolean) is null or (s.result = 'signedIn') = :ended)
              and (cast(:from as timestamptz) is null or s.at >= :from)
              and (cast(:until as timestamptz) is null or s.at < :until)
            """;

    private final JdbcClient database;
    private final Clock clock;

    SignInLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param user   null where nobody has the name that was tried
    /// @param factor the second factor that was asked for; null where none was
    @Transactional
    public void note(
            @Nullable Long user, SignInWay way, SignInResult result, @Nullable String factor, Arrival arrival) {
        database.sql("""
                        insert into identity.sign_in (at, user_id, way, result, factor, address, agent)
                        values (:at, :user, :way, :result, :factor, :address, :agent)
                        """)
                .param("at", Sql.timestamp(clock.instant()))
                .param("user", user)
                .param("way", way.code())
                .param("result", result.code())
                .param("factor", factor)
                .param("address", arrival.address())
                .param("agent", arrival.agent())
                .update();
    }

    List<SignInEntry> page(SignInWish wish, int most, int from) {
        return asked(
                        "select s.id, s.at, u.name, s.way, s.result, s.factor, s.address, s.agent " + ASKED
                                + " order by s.at desc, s.id desc limit :most offset :skipped",
                        wish)
                .param("most", most)
                .param("skipped", from)
                .query(SignInLog::entry)
                .list();
    }

    long count(SignInWish wish) {
        return asked("select count(*) " + ASKED, wish).query(Long.class).single();
    }

    /// @return how many were older than the firm keeps them
    @Transactional
    public long forget() {
        return database.sql("select identity.forget_sign_ins()")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String question, SignInWish wish) {
        SignInWay way = wish.way();
        return database.sql(question)
                .param("user", wish.user())
                .param("way", way == null ? null : way.code())
                .param("ended", wish.ended())
                .param("from", wish.from() == null ? null : Sql.timestamp(wish.from()))
                .param("until", wish.until() == null ? null : Sql.timestamp(wish.until()));
    }

    private static SignInEntry entry(ResultSet row, int number) throws SQLException {
        return new SignInEntry(
                row.getLong("id"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("name"),
                SignInWay.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                SignInResult.parse(row.getString("result")),
                row.getString("factor"),
                new Arrival(row.getString("address"), row.getString("agent")));
    }
}
