package mainstay.planning.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.DroppedWork;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Work of plans that run whose day is over and that nobody has begun.
@Component
@Transactional(readOnly = true)
class LeftWork implements DroppedWork {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Clock clock;

    LeftWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Dropped> dropped() {
        return database.sql("""
                        select w.id, w.title, w.due_on, a.code
                        from planning.work_item w
                        join planning.plan p on p.id = w.plan_id and p.state <> 'closed'
                        join accounts.pub_account a on a.id = w.account_id
                        where w.state = 'open' and w.due_on < :today
                        order by w.due_on, w.id limit :most
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, number) -> new Dropped(
                        "untouched",
                        Text.of("coverage.plannedWork", row.getString("title")),
                        "/work-items/" + row.getLong("id"),
                        row.getString("code"),
                        row.getObject("due_on", LocalDate.class),
                        0))
                .list();
    }
}
