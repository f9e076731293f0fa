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

    private static final String LEFT = """
            from planning.work_item w
            join planning.plan p on p.id = w.plan_id and p.state <> 'closed'
            join accounts.pub_card a on a.id = w.account_id
            """;
    private static final String WORTH = """
            left join lateral (
                select x.money, x.group_money from portfolio.pub_worth x where x.account_id = a.id) v on true
            """;
    private static final String OVER = " where w.state = 'open' and w.due_on < :today";

    private final JdbcClient database;
    private final Clock clock;

    LeftWork(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Drops dropped(int most) {
        return new Drops(count(), first(most));
    }

    private long count() {
        return database.sql("select count(*) " + LEFT + OVER)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
    }

    private List<Dropped> first(int most) {
        return database.sql(
                        "select w.id, w.title, w.due_on, a.code, a.name, v.money, v.group_money " + LEFT + WORTH + OVER
                                + " order by greatest(v.money, v.group_money) desc nulls last, w.due_on, w.id limit :most")
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query((row, number) -> new Dropped(
                        "untouched",
                        Text.of("coverage.plannedWork", row.getString("title")),
                        "/work-items/" + row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("money", Long.class),
                        row.getObject("group_money", Long.class),
                        row.getObject("due_on", LocalDate.class),
                        0))
                .list();
    }
}
