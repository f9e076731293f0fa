package mainstay.accounts;

import java.util.List;
import mainstay.accounts.AccountChoices.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the filters of the list offer. Each value is one step through its index, so that a hundred thousand accounts
/// cost no
/// more than a hundred.
@Repository
class FilterChoices {

    private static final int MOST = 200;

    private final JdbcClient database;

    FilterChoices(JdbcClient database) {
        this.database = database;
    }

    AccountChoices all() {
        return new AccountChoices(values("region"), values("category"), managers());
    }

    private List<Choice> values(String column) {
        return database.sql(STEPS.formatted(column) + """
                        select s.value, s.value as label from step s where s.value is not null
                        order by s.value collate "zh-x-icu" limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new Choice(row.getString("value"), row.getString("label")))
                .list();
    }

    private List<Choice> managers() {
        return database.sql(STEPS.formatted("manager_code") + """
                        select s.value, m.name as label from step s join accounts.manager m on m.code = s.value
                        order by m.name collate "zh-x-icu", s.value limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new Choice(row.getString("value"), row.getString("label")))
                .list();
    }

    private static final String STEPS = """
            with recursive step as (
                (select a.%1$s as value from accounts.account a
                 where a.%1$s is not null and not a.withdrawn order by a.%1$s limit 1)
                union all
                select (select a.%1$s from accounts.account a
                        where a.%1$s > s.value and not a.withdrawn order by a.%1$s limit 1)
                from step s where s.value is not null)
            """;
}
