package mainstay.team.member;

import java.time.Instant;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who saw how somebody was assessed. The read log of the archive is above the team and knows accounts
/// alone; this one belongs to the person who is looked at, who reads it.
@Service
@Transactional(readOnly = true)
public class CompetenceLooks {

    private static final int SHOWN = 20;

    private final JdbcClient database;

    CompetenceLooks(JdbcClient database) {
        this.database = database;
    }

    /// @param reader name that somebody signs in with
    public record Look(Instant at, String reader) {}

    /// Writes down what is about to be shown, in a transaction of its own. Where that fails, nothing is shown.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(long person) {
        Actor actor = Acting.actor();
        database.sql("insert into team.look (user_id, reader_id, reader) values (:user, :id, :reader)")
                .param("user", person)
                .param("id", actor.id())
                .param("reader", actor.name())
                .update();
    }

    /// The latest first.
    List<Look> of(long person) {
        return database.sql(
                        "select l.at, l.reader from team.look l where l.user_id = :user order by l.id desc limit :most")
                .param("user", person)
                .param("most", SHOWN)
                .query(RecordRows.of(Look.class))
                .list();
    }
}
