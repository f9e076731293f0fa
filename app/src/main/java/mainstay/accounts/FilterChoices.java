package mainstay.accounts;

import java.util.List;
import mainstay.accounts.AccountChoices.Choice;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the filters of the list offer. Whoever sees all accounts is offered the same until an account changes; each
/// value is one step through its index then, so that a hundred thousand accounts cost no more than a hundred.
@Repository
class FilterChoices {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final ListRevision revision;
    private volatile Kept kept = new Kept("", new AccountChoices(List.of(), List.of(), List.of()));

    FilterChoices(JdbcClient database, ListRevision revision) {
        this.database = database;
        this.revision = revision;
    }

    private record Kept(String revision, AccountChoices choices) {}

    AccountChoices all() {
        if (!Acting.actor().reaches(Level.CARD)) {
            return found(AMONG_OWN);
        }
        String now = revision.now();
        Kept last = kept;
        if (!last.revision().equals(now)) {
            last = new Kept(now, found(STEP_BY_STEP));
            kept = last;
        }
        return last.choices();
    }

    private AccountChoices found(String values) {
        return new AccountChoices(
                values(values.formatted("region")),
                values(values.formatted("category")),
                managers(values.formatted("manager_code")));
    }

    private List<Choice> values(String steps) {
        return database.sql(steps + """
                        select s.value, s.value as label from step s where s.value is not null
                        order by s.value collate "zh-x-icu" limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new Choice(row.getString("value"), row.getString("label")))
                .list();
    }

    private List<Choice> managers(String steps) {
        return database.sql(steps + """
                        select s.value, m.name as label from step s join accounts.manager m on m.code = s.value
                        order by m.name collate "zh-x-icu", s.value limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new Choice(row.getString("value"), row.getString("label")))
                .list();
    }

    private static final String STEP_BY_STEP = """
            with recursive step as (
                (select a.%1$s as value from accounts.account a
                 where a.%1$s is not null and not a.withdrawn order by a.%1$s limit 1)
                union all
                select (select a.%1$s from accounts.account a
                        where a.%1$s > s.value and not a.withdrawn order by a.%1$s limit 1)
                from step s where s.value is not null)
            """;

    private static final String AMONG_OWN = """
            with step as (
                select distinct a.%1$s as value from accounts.account a
                where a.id in (select g.account_id from identity.pub_own_grant g) and not a.withdrawn)
            """;
}
