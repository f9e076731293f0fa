package mainstay.team.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.shared.DroppedWork;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests for a yes that were observed to fall.
@Repository
class UnheededRequests implements DroppedWork {

    private static final String REQUESTS = """
            select r.id, r.kind, a.code, a.name, r.passed, count(*) over () as total,
                   case when r.passed > 2 then 'bounced'
                        when not r.touched and r.due_at < (select identity.clock()) then 'untouched' else 'unanswered' end as why,
                   identity.pub_day(case when r.passed > 2 or not r.touched and r.due_at < (select identity.clock())
                                         then r.requested_at else r.open_question_at end) as since,
                   v.money, v.group_money
            from approvals.pub_unheeded r
            left join accounts.pub_card a on a.id = r.account_id
            left join lateral (select w.money, w.group_money from portfolio.pub_worth w where w.account_id = a.id) v on true
            where r.passed > 2 or not r.touched and r.due_at < (select identity.clock())
               or r.open_question_at < (select identity.clock()) - interval '1 day'
            order by greatest(v.money, v.group_money) desc nulls last, since, r.id limit :most
            """;

    private final JdbcClient database;

    UnheededRequests(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Drops dropped(int most) {
        List<Dropped> found = new ArrayList<>();
        long[] total = {0};
        database.sql(REQUESTS).param("most", most).query(row -> {
            total[0] = row.getLong("total");
            found.add(new Dropped(
                    row.getString("why"),
                    Text.of("approvals.kind." + row.getString("kind")),
                    "/approvals/" + row.getLong("id"),
                    row.getString("code"),
                    row.getString("name"),
                    row.getObject("money", Long.class),
                    row.getObject("group_money", Long.class),
                    row.getObject("since", LocalDate.class),
                    row.getLong("passed")));
        });
        return new Drops(total[0], found);
    }
}
