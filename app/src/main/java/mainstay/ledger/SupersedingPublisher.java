package mainstay.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mainstay.ledger.StagedAccounts.Mention;
import mainstay.ledger.file.Kind;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Open items and masters, which are exported again and again: the newest row of a key counts, former ones stay
/// behind it.
@Repository
class SupersedingPublisher implements Publisher {

    private final JdbcClient database;
    private final StagedAccounts accounts;

    SupersedingPublisher(JdbcClient database, StagedAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.complementOf(EnumSet.of(Kind.SALES, Kind.ACCOUNTS));
    }

    @Override
    public Published publish(Arrival arrival) {
        Kind kind = arrival.kind();
        boolean speaksOfAccounts = kind.field("account").isPresent();
        int created = speaksOfAccounts ? accounts.register(arrival, new Mention("account", null)) : 0;
        database.sql(publishing(kind))
                .param("batch", arrival.batch())
                .param("source", arrival.source())
                .param("currency", arrival.currency())
                .query(Long.class)
                .single();
        return summary(kind, arrival.batch(), created);
    }

    @Override
    public void withdraw(Kind kind, long batch) {
        database.sql(withdrawing(kind)).param("batch", batch).query(Long.class).single();
        accounts.withdraw(batch);
    }

    private static String publishing(Kind kind) {
        return switch (kind) {
            case RECEIVABLES -> "select ledger.publish_receivables(:batch, :source, :currency)";
            case PAYMENTS -> "select ledger.publish_payments(:batch, :source, :currency)";
            case ORDERS -> "select ledger.publish_orders(:batch, :source, :currency)";
            case DELIVERIES -> "select ledger.publish_deliveries(:batch, :source)";
            case SELLOUT -> "select ledger.publish_sell_out(:batch, :source)";
            case PRODUCTS -> "select ledger.publish_products(:batch, :source)";
            case TERRITORIES -> "select ledger.publish_territories(:batch, :source)";
            case RATES -> "select ledger.publish_rates(:batch, :source)";
            case SALES, ACCOUNTS -> throw new IllegalArgumentException(kind + " rows supersede nothing");
        };
    }

    private static String withdrawing(Kind kind) {
        return switch (kind) {
            case RECEIVABLES -> "select ledger.withdraw_items('receivable', :batch)";
            case PAYMENTS -> "select ledger.withdraw_items('payment', :batch)";
            case ORDERS -> "select ledger.withdraw_rows('order_line', :batch)";
            case DELIVERIES -> "select ledger.withdraw_rows('delivery', :batch)";
            case SELLOUT -> "select ledger.withdraw_rows('sell_out', :batch)";
            case PRODUCTS -> "select ledger.withdraw_products(:batch)";
            case TERRITORIES -> "select ledger.withdraw_rows('territory', :batch)";
            case RATES -> "select ledger.withdraw_rows('rate', :batch)";
            case SALES, ACCOUNTS -> throw new IllegalArgumentException(kind + " rows supersede nothing");
        };
    }

    private static @Nullable String dateColumn(Kind kind) {
        return switch (kind) {
            case RECEIVABLES -> "issued";
            case PAYMENTS, ORDERS, RATES -> "date";
            case DELIVERIES -> "requested";
            case SELLOUT -> "period";
            default -> null;
        };
    }

    private Published summary(Kind kind, long batch, int created) {
        return database.sql("""
                        select accepted, data_from, data_to from ledger.staged_summary(:table, :date, :batch)
                        """)
                .param("table", kind.stagingTable())
                .param("date", dateColumn(kind))
                .param("batch", batch)
                .query((row, number) -> {
                    LocalDate from = Sql.date(row, "data_from");
                    LocalDate to = Sql.date(row, "data_to");
                    return new Published(
                            row.getLong("accepted"), 0, 0, created, amount(kind, batch), from, to, List.of());
                })
                .single();
    }

    /// What the items of a batch amount to in the firm's currency; those without a rate are not in it.
    private @Nullable Long amount(Kind kind, long batch) {
        String sum = switch (kind) {
            case RECEIVABLES -> "select sum(amount)::bigint from ledger.receivable where batch_id = :batch";
            case PAYMENTS -> "select sum(amount)::bigint from ledger.payment where batch_id = :batch";
            case ORDERS -> "select sum(amount)::bigint from ledger.order_line where batch_id = :batch";
            default -> null;
        };
        return sum == null
                ? null
                : database.sql(sum)
                        .param("batch", batch)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }
}
