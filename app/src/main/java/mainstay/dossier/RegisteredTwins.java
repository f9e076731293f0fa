package mainstay.dossier;

import java.util.List;
import mainstay.accounts.AccountTwins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two accounts with one unified social credit code are one firm.
@Component
@Transactional(readOnly = true)
class RegisteredTwins implements AccountTwins {

    private static final int MOST = 20;

    private final JdbcClient database;

    RegisteredTwins(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Long> of(long account) {
        return database.sql("""
                        select distinct o.account_id
                        from dossier.pub_fact m
                        join dossier.field d on d.code = m.field and d.kind = 'creditCode'
                        join dossier.pub_fact o on o.field = m.field and o.word = m.word and o.account_id <> m.account_id
                        where m.account_id = :account order by o.account_id limit :most
                        """)
                .param("account", account)
                .param("most", MOST)
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }
}
