package mainstay.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.ClosingConcern;
import mainstay.shared.Money;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sales after the day of closing, and invoices that are not paid.
@Component
class UnfinishedBusiness implements ClosingConcern {

    private static final int MOST = 1_000;

    private final JdbcClient database;
    private final ReceivableItems receivables;
    private final Clock clock;

    UnfinishedBusiness(JdbcClient database, ReceivableItems receivables, Clock clock) {
        this.database = database;
        this.receivables = receivables;
        this.clock = clock;
    }

    private record Sales(@Nullable Long amount, @Nullable LocalDate last) {}

    @Override
    public List<Text> about(long accountId, LocalDate from) {
        List<Text> concerns = new ArrayList<>();
        Sales sales = salesSince(accountId, from);
        if (sales.last() != null) {
            concerns.add(Text.of(
                    "closing.sales", from, new Money(Objects.requireNonNullElse(sales.amount(), 0L)), sales.last()));
        }
        List<ReceivableItem> open = receivables.openOf(accountId, LocalDate.now(clock), MOST);
        if (!open.isEmpty()) {
            long sum = open.stream()
                    .mapToLong(item -> Objects.requireNonNullElse(item.open(), 0L))
                    .sum();
            concerns.add(Text.of("closing.receivables", open.size(), new Money(sum)));
        }
        return concerns;
    }

    private Sales salesSince(long accountId, LocalDate from) {
        return database.sql("""
                        select sum(net_amount)::bigint as amount, max(day) as last
                        from ledger.pub_account_day where account_id = :account and day >= :from
                        """)
                .param("account", accountId)
                .param("from", from)
                .query((row, number) -> new Sales(Sql.number(row, "amount"), Sql.date(row, "last")))
                .single();
    }
}
