package mainstay.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the files said about single accounts, one after the other.
@Repository
class AccountVersions {

    /// The fields whose changes are told, by their bit among those that a file has, and their column here.
    private static final Map<AccountField, String> TOLD = Map.of(
            AccountField.MANAGER, "manager",
            AccountField.CREDIT_LIMIT, "credit_limit",
            AccountField.PAYMENT_TERM, "payment_term_days",
            AccountField.PARENT, "parent");

    private final JdbcClient database;

    AccountVersions(JdbcClient database) {
        this.database = database;
    }

    /// The batch that first spoke of an account; nothing where it was opened by hand.
    Optional<Long> firstBatch(long accountId) {
        return database.sql("select a.first_batch_id from accounts.account a where a.id = :account")
                .param("account", accountId)
                .query((row, number) -> Optional.ofNullable(row.getObject("first_batch_id", Long.class)))
                .optional()
                .flatMap(found -> found);
    }

    /// The oldest first.
    List<MasterVersion> of(long accountId) {
        return database.sql("""
                        select m.batch_id, m.withdrawn, m.given, coalesce(g.name, m.manager_code) as manager,
                               m.credit_limit, m.payment_term_days, p.name as parent
                        from accounts.master m
                        left join accounts.manager g on g.code = m.manager_code
                        left join accounts.account p on p.id = m.parent_id
                        where m.account_id = :account order by m.batch_id
                        """)
                .param("account", accountId)
                .query(AccountVersions::version)
                .list();
    }

    private static MasterVersion version(ResultSet row, int number) throws SQLException {
        int given = row.getInt("given");
        Map<AccountField, String> values = new EnumMap<>(AccountField.class);
        for (Map.Entry<AccountField, String> told : TOLD.entrySet()) {
            if (told.getKey().isIn(given)) {
                @Nullable String value = row.getString(told.getValue());
                values.put(told.getKey(), Objects.requireNonNullElse(value, ""));
            }
        }
        return new MasterVersion(row.getLong("batch_id"), row.getBoolean("withdrawn"), values);
    }
}
