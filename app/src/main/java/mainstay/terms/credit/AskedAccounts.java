package mainstay.terms.credit;

import java.util.Optional;
import mainstay.accounts.Accounts;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds the account that somebody asks about, if they may see its business.
@Repository
@Transactional(readOnly = true)
class AskedAccounts {

    private static final int BUSINESS = 2;

    private final JdbcClient database;
    private final Accounts accounts;

    AskedAccounts(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /// @param currency of the firm
    record AskedAccount(long id, String code, String currency) {}

    private record Row(long id, int level) {}

    /// Throws where there is no such account, and where the reader may not see what it owes.
    AskedAccount at(String code) {
        Row row = row(code).orElseThrow(() -> elsewhere(code));
        if (row.level() < BUSINESS) {
            throw new Problem.Forbidden("account.notYours");
        }
        return new AskedAccount(row.id(), code, currency());
    }

    private Optional<Row> row(String code) {
        return database.sql(
                        "select a.id, accounts.pub_level(a.id) as level from accounts.pub_card a where a.code = :code")
                .param("code", code)
                .query(RecordRows.of(Row.class))
                .optional();
    }

    /// An old code leads to the account that took over.
    private RuntimeException elsewhere(String code) {
        accounts.at(code);
        return new Problem.NotFound("account.unknown", code);
    }

    String currency() {
        return database.sql("select currency from ledger.pub_state")
                .query(String.class)
                .single();
    }
}
