package mainstay.ledger;

import mainstay.identity.CurrencyInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The first batch fixes the reporting currency: amounts are translated into it once and for all.
@Component
class LedgerCurrency implements CurrencyInUse {

    private final JdbcClient database;

    LedgerCurrency(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isInUse() {
        return database.sql("select coalesce((select revision > 0 from ledger.pub_state), false)")
                .query(Boolean.class)
                .single();
    }
}
