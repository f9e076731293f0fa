package mainstay.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Makes the accounts known that staged rows speak of.
@Repository
class StagedAccounts {

    private final JdbcClient database;
    private final AccountRegister register;

    StagedAccounts(JdbcClient database, AccountRegister register) {
        this.database = database;
        this.register = register;
    }

    /// Where a kind of row speaks of accounts: the column with the code and, if any, the one with the name.
    record Mention(String codeColumn, @Nullable String nameColumn) {}

    int register(Arrival arrival, Mention... mentions) {
        Map<String, @Nullable String> names = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            database.sql("select code, name_given from ledger.staged_accounts(:table, :code, :name, :batch)")
                    .param("table", arrival.kind().stagingTable())
                    .param("code", mention.codeColumn())
                    .param("name", mention.nameColumn())
                    .param("batch", arrival.batch())
                    .query(row -> {
                        String code = row.getString("code");
                        String name = row.getString("name_given");
                        if (name != null || !names.containsKey(code)) {
                            names.put(code, name);
                        }
                    });
        }
        if (names.isEmpty()) {
            return 0;
        }
        return register.registerCodes(
                arrival.source(),
                names.keySet().toArray(new String[0]),
                names.values().toArray(new @Nullable String[0]),
                arrival.batch());
    }

    /// Sales lines carry the numbers that new accounts are to have.
    int registerOfSales(Arrival arrival) {
        List<String> codes = new ArrayList<>();
        List<Long> wanted = new ArrayList<>();
        List<@Nullable String> names = new ArrayList<>();
        database.sql("select code, account_id, name_given from ledger.staged_codes(:batch)")
                .param("batch", arrival.batch())
                .query(row -> {
                    codes.add(row.getString("code"));
                    wanted.add(row.getLong("account_id"));
                    names.add(row.getString("name_given"));
                });
        if (codes.isEmpty()) {
            return 0;
        }
        return register.registerCodes(
                arrival.source(),
                codes.toArray(new String[0]),
                wanted.toArray(new Long[0]),
                names.toArray(new @Nullable String[0]),
                arrival.batch());
    }

    void withdraw(long batch) {
        register.withdraw(batch);
    }
}
