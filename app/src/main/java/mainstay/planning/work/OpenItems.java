package mainstay.planning.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.OpenWork;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Work of plans that run, for who does it. Who answers for it alone spends no time on it; what was begun counts whole,
/// as nobody writes down how much of it is left.
@Component
@Transactional(readOnly = true)
class OpenItems implements OpenWork {

    private final JdbcClient database;
    private final Clock clock;

    OpenItems(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Open> open() {
        return database.sql("""
                        select w.responsible_id as user_id, count(*) as pieces, count(*) filter (where w.due_on < :today) as overdue,
                               sum(w.hours) / 10::double precision as hours, count(*) filter (where w.hours is null) as unsaid
                        from planning.work_item w
                        join planning.plan p on p.id = w.plan_id and p.state <> 'closed'
                        where w.state in ('open', 'doing')
                        group by w.responsible_id
                        """)
                .param("today", LocalDate.now(clock))
                .query(RecordRows.of(Open.class))
                .list();
    }
}
