package mainstay.accounts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module itself keeps about an account.
@Component
class KeptOfAccount implements AccountBelongings {

    private final JdbcClient database;

    KeptOfAccount(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return database.sql("""
                        select (select count(*) from accounts.alias l where l.account_id = :account) as codes,
                               (select count(*) from accounts.master m
                                where m.account_id = :account and not m.withdrawn) as rows,
                               (select count(distinct l.child_id) from accounts.parent_link l
                                where l.parent_id = :account) as children,
                               (select count(*) from accounts.account a where a.merged_into_id = :account) as merged
                        """)
                .param("account", accountId)
                .query((row, number) -> List.of(
                        new Belonging("merge.codes", row.getLong("codes"), null),
                        new Belonging("merge.masterRows", row.getLong("rows"), null),
                        new Belonging("merge.children", row.getLong("children"), null),
                        new Belonging("merge.mergedBefore", row.getLong("merged"), null)))
                .single();
    }
}
