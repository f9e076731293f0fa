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

    /// @param unknown lines without a rate
    private record Sales(
            @Nullable Long amount, long unknown, @Nullable LocalDate last) {}

    @Override
    public List<Text> about(long accountId, LocalDate from) {
        List<Text> concerns = new ArrayList<>();
        Sales sales = salesSince(accountId, from);
        if (sales.last() != null) {
            concerns.add(
                    sales.amount() == null
                            ? Text.of("closing.salesUnknown", from, sales.last(), sales.unknown())
                            : Text.of("closing.sales", from, new Money(sales.amount()), sales.last()));
        }
        addReceivables(accountId, concerns);
        return concerns;
    }

    /// Credit notes that nobody used are no reason to keep an account open.
    private void addReceivables(long accountId, List<Text> concerns) {
        List<ReceivableItem> open = receivables.openOf(accountId, LocalDate.now(clock), MOST);
        long unknown = open.stream().filter(item -> item.open() == null).count();
        List<Long> known = open.stream()
                .map(ReceivableItem::open)
                .filter(Objects::nonNull)
                .filter(amount -> amount > 0)
                .toList();
        if (!known.isEmpty()) {
            long sum = known.stream().mapToLong(Long::longValue).sum();
            concerns.add(Text.of("closing.receivables", known.size(), new Money(sum)));
        }
        if (unknown > 0) {
            concerns.add(Text.of("closing.receivablesUnknown", unknown));
        }
    }

    private Sales salesSince(long accountId, LocalDate from) {
        return database.sql("""
                        select sum(net_amount) filter (where net_lines > unknown_lines)::bigint as amount,
                               coalesce(sum(unknown_lines), 0)::bigint as unknown, max(day) as last
                        from ledger.pub_account_day where account_id = :account and day >= :from
                        """)
                .param("account", accountId)
                .param("from", from)
                .query((row, number) ->
                        new Sales(Sql.number(row, "amount"), row.getLong("unknown"), Sql.date(row, "last")))
                .single();
    }
}
