package mainstay.activity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets activities, and what their notes name, follow accounts and people.
@Service
@Transactional
public class ActivityMoves {

    private final JdbcClient database;

    ActivityMoves(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public long count(long account) {
        return database.sql("select count(*) from activity.activity where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /// What was booked under some accounts and stands on one stands on another from now on.
    public long reattribute(long from, long to, List<Long> booked) {
        return move("select activity.reattribute_activities(:from, :to, :booked)", from, to, booked);
    }

    /// The same of people.
    public long follow(long from, long to, List<Long> booked) {
        return move("select activity.follow_people(:from, :to, :booked)", from, to, booked);
    }

    private long move(String how, long from, long to, List<Long> booked) {
        return database.sql(how)
                .param("from", from)
                .param("to", to)
                .param("booked", booked.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /// Takes the names of people out of notes that mention them.
    public void forget(List<Long> people) {
        database.sql("select activity.forget_people(:people)::text")
                .param("people", people.toArray(Long[]::new))
                .query()
                .singleRow();
    }
}
