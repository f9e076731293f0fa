package mainstay.dossier.look;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The kept looks. Writing is a transaction of its own, so that whatever fails later takes none of them
/// back.
@Repository
@Transactional(readOnly = true)
class Looks implements ReadLog {

    private static final String SEEN = """
            from dossier.look l
            left join accounts.pub_card a
                   on a.id = coalesce((select m.survivor_id from accounts.pub_merged() m where m.account_id = l.account_id), l.account_id)
            where (cast(:account as bigint) is null or l.account_id = :account
                   or l.account_id in (select m.account_id from accounts.pub_merged() m where m.survivor_id = :account))
              and (cast(:user as bigint) is null or l.user_id = :user)
              and (cast(:from as timestamptz) is null or l.at >= :from) and (cast(:until as timestamptz) is null or l.at < :until)
            """;

    private final JdbcClient database;

    Looks(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(List<Look> looks) {
        Actor actor = Acting.actor();
        database.sql("""
                        insert into dossier.look (user_id, actor, account_id, what, parts, level, loan_id, detail)
                        select cast(:user as bigint), :actor, w.account, w.what, w.parts, w.level,
                               case when coalesce(accounts.pub_level(w.account), 0) < w.level
                                    then (select max(l.id) from dossier.pub_loan l
                                          where l.borrower_id = cast(:user as bigint) and l.account_id = w.account
                                            and l.state = 'out' and l.parts && w.parts)
                               end,
                               w.detail
                        from (select u.n, u.account, u.what, string_to_array(u.parts, ',') as parts, u.level, u.detail
                              from unnest(cast(:accounts as bigint[]), cast(:whats as text[]), cast(:parts as text[]),
                                          cast(:levels as smallint[]), cast(:details as text[]))
                                  with ordinality u (account, what, parts, level, detail, n)) w
                        order by w.n
                        """)
                .param("user", actor.id())
                .param("actor", actor.name())
                .param("accounts", looks.stream().map(Look::account).toArray(Long[]::new))
                .param("whats", looks.stream().map(Look::where).toArray(String[]::new))
                .param(
                        "parts",
                        looks.stream()
                                .map(look -> String.join(",", look.parts()))
                                .toArray(String[]::new))
                .param(
                        "levels",
                        looks.stream()
                                .map(look -> (short) look.level().number())
                                .toArray(Short[]::new))
                .param("details", looks.stream().map(Look::detail).toArray(String[]::new))
                .update();
    }

    List<Seen> page(LookWish wish, int most, int from) {
        return asked("select l.*, a.code, a.name " + SEEN + " order by l.id desc limit :most offset :skipped", wish)
                .param("most", most)
                .param("skipped", from)
                .query(Looks::seen)
                .list();
    }

    long count(LookWish wish) {
        return asked("select count(*) " + SEEN, wish).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String question, LookWish wish) {
        return database.sql(question)
                .param("account", wish.account())
                .param("user", wish.user())
                .param("from", wish.from() == null ? null : Sql.timestamp(wish.from()))
                .param("until", wish.until() == null ? null : Sql.timestamp(wish.until()));
    }

    /// How much of an account the reader sees.
    int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getLong("id"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("actor"),
                row.getLong("account_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("what"),
                List.of((String[]) row.getArray("parts").getArray()),
                row.getInt("level"),
                Sql.number(row, "loan_id"),
                row.getString("detail"));
    }
}
