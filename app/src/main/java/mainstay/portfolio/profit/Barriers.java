package mainstay.portfolio.profit;

import java.util.List;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was seen of switching barriers. Nothing is overwritten; the newest of a side and kind counts.
@Service
@Transactional
public class Barriers {
    private static final RowMapper<Barrier> BARRIER = RecordRows.of(Barrier.class);

    private final JdbcClient database;

    Barriers(JdbcClient database) {
        this.database = database;
    }

    public void add(Barrier seen) {
        database.sql("""
                insert into portfolio.switching_barrier
                    (account_id, side, kind, amount, confirmed, note, known_on, author, recorded_at, ended)
                values (:account, :side, :kind, :amount, :confirmed, :note, :knownOn, :author, identity.clock(), :ended)
                """)
                .param("account", seen.account())
                .param("side", seen.side())
                .param("kind", seen.kind())
                .param("amount", seen.amount())
                .param("confirmed", seen.confirmed())
                .param("note", seen.note())
                .param("knownOn", seen.knownOn())
                .param("author", seen.author())
                .param("ended", seen.ended())
                .update();
    }

    /// Number of the level that the reader has on an account.
    int level(long account) {
        return database.sql("select accounts.pub_level(:account)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /// Those that stand.
    List<Barrier> standing(long account) {
        return database.sql("""
                select * from (
                    select distinct on (side, kind) account_id as account, side, kind, amount, confirmed, note, known_on,
                           author, ended
                    from portfolio.switching_barrier where account_id = :account
                    order by side, kind, id desc) newest
                where not ended order by amount desc nulls last, kind
                """).param("account", account).query(BARRIER).list();
    }

    /// All that was ever seen, the newest first.
    public List<Barrier> history(long account) {
        return database.sql("""
                select account_id as account, side, kind, amount, confirmed, note, known_on, author, ended
                from portfolio.switching_barrier where account_id = :account order by id desc limit 200
                """).param("account", account).query(BARRIER).list();
    }
}
