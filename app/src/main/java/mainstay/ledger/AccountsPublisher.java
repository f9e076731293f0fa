package mainstay.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.accounts.AccountField;
import mainstay.accounts.AccountMaster;
import mainstay.accounts.AccountMasters;
import mainstay.accounts.MasterProblem;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.LedgerFile;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Hands account files on to the accounts themselves.
@Repository
class AccountsPublisher implements Publisher {

    private static final Map<AccountField, String> FIELDS = new EnumMap<>(Map.of(
            AccountField.NAME, "name",
            AccountField.CATEGORY, "category",
            AccountField.REGION, "region",
            AccountField.MANAGER, "manager",
            AccountField.CREDIT_LIMIT, "creditLimit",
            AccountField.PAYMENT_TERM, "paymentTerm",
            AccountField.OPENED_ON, "openedOn",
            AccountField.CLOSED_ON, "closedOn",
            AccountField.PARENT, "parent"));

    private final JdbcClient database;
    private final AccountMasters masters;
    private final DueDays dueDays;

    AccountsPublisher(JdbcClient database, AccountMasters masters, DueDays dueDays) {
        this.database = database;
        this.masters = masters;
        this.dueDays = dueDays;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ACCOUNTS);
    }

    @Override
    public Published publish(Arrival arrival) {
        List<AccountMaster> rows = database.sql("""
                        select file_line, code, name, parent, holding, category, region, manager, manager_name,
                               credit_limit, payment_term, opened_on, closed_on
                        from ledger.staged_account_files(:batch)
                        """)
                .param("batch", arrival.batch())
                .query(AccountsPublisher::master)
                .list();
        AccountMasters.Outcome outcome = masters.apply(arrival.batch(), arrival.source(), given(arrival.file()), rows);
        dueDays.follow();
        List<RowProblem> problems = outcome.problems().stream()
                .map(problem -> problem(arrival.file(), problem))
                .toList();
        return new Published(outcome.accepted(), 0, 0, outcome.created(), null, null, null, problems);
    }

    @Override
    public void withdraw(Kind kind, long batch) {
        masters.withdraw(batch);
        dueDays.follow();
    }

    private static Set<AccountField> given(LedgerFile file) {
        return FIELDS.entrySet().stream()
                .filter(entry -> file.maps(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccountField.class)));
    }

    private static RowProblem problem(LedgerFile file, MasterProblem problem) {
        boolean ofCode = problem.field() == AccountField.NAME;
        String field = file.nameOf(ofCode ? "code" : FIELDS.getOrDefault(problem.field(), "code"));
        Reason reason = Reason.valueOf(problem.reason().name());
        String value = problem.value();
        return RowProblem.of(problem.line(), field, reason, value, value == null ? "" : value);
    }

    private static AccountMaster master(ResultSet row, int number) throws SQLException {
        Long term = Sql.number(row, "payment_term");
        Long holding = Sql.number(row, "holding");
        return new AccountMaster(
                row.getLong("file_line"),
                row.getString("code"),
                row.getString("name"),
                row.getString("category"),
                row.getString("region"),
                row.getString("manager"),
                row.getString("manager_name"),
                Sql.number(row, "credit_limit"),
                days(term),
                Sql.date(row, "opened_on"),
                Sql.date(row, "closed_on"),
                row.getString("parent"),
                holding == null ? null : BigDecimal.valueOf(holding, 4),
                null);
    }

    private static @Nullable Integer days(@Nullable Long term) {
        return term == null ? null : (int) Math.clamp(term, -1L, Integer.MAX_VALUE);
    }
}
