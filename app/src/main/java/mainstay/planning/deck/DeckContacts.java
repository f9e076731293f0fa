package mainstay.planning.deck;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who was met when, as far as the reader may see it.
@Repository
@Transactional(readOnly = true)
class DeckContacts {

    private final JdbcClient database;

    DeckContacts(JdbcClient database) {
        this.database = database;
    }

    /// How often somebody was in touch in a month.
    ///
    /// @param outward with somebody of the customer
    record Month(LocalDate month, long outward, long internal) {}

    List<Month> months(long account, LocalDate from, LocalDate until) {
        return database.sql("""
                        select date_trunc('month', a.on_day)::date as month, count(distinct a.id) filter (where not a.internal) as outward,
                               count(distinct a.id) filter (where a.internal) as internal
                        from activity.pub_activity a
                        where a.account_id = :account and a.state = 'done' and a.on_day between :from and :until
                        group by 1 order by 1
                        """)
                .param("account", account)
                .param("from", from)
                .param("until", until)
                .query(RecordRows.of(Month.class))
                .list();
    }

    private record Met(long person, LocalDate day) {}

    /// The last day on which each person of the account took part in something.
    Map<Long, LocalDate> lastMet(long account) {
        Map<Long, LocalDate> met = new HashMap<>();
        database.sql("""
                        select t.person_id as person, max(a.on_day) as day
                        from activity.pub_activity a join activity.pub_attendee t on t.activity_id = a.id
                        where a.account_id = :account and a.state = 'done' and not a.internal group by t.person_id
                        """)
                .param("account", account)
                .query(RecordRows.of(Met.class))
                .list()
                .forEach(one -> met.put(one.person(), one.day()));
        return met;
    }
}
