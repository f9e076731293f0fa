package mainstay.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.ledger.PaymentFigures.Ageing;
import mainstay.ledger.ReceivablesView.Bar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the receivables panel together.
@Service
@Transactional(readOnly = true)
class ReceivablesBoard {

    private final PaymentBehaviour behaviour;
    private final ReceivableItems items;
    private final JdbcClient database;
    private final Clock clock;

    ReceivablesBoard(PaymentBehaviour behaviour, ReceivableItems items, JdbcClient database, Clock clock) {
        this.behaviour = behaviour;
        this.items = items;
        this.database = database;
        this.clock = clock;
    }

    ReceivablesView of(AccountCard account, boolean group, @Nullable LocalDate wanted) {
        LocalDate asOf = wanted == null ? latest() : wanted;
        Optional<PaymentFigures> figures =
                group ? behaviour.ofGroup(account.groupId(), asOf) : behaviour.of(account.id(), asOf);
        List<ReceivableItem> open = group
                ? items.openOfGroup(account.groupId(), asOf, ReceivablesView.MOST)
                : items.openOf(account.id(), asOf, ReceivablesView.MOST);
        return new ReceivablesView(
                asOf,
                group,
                figures.orElse(null),
                figures.map(ReceivablesBoard::bars).orElse(List.of()),
                open,
                items.withoutRate(group ? account.groupId() : account.id(), group, asOf));
    }

    /// The day up to which the ledger has sales, as everywhere; today where it has none.
    private LocalDate latest() {
        return database.sql("select data_to from ledger.pub_state where data_to is not null")
                .query((row, number) -> row.getObject("data_to", LocalDate.class))
                .optional()
                .orElseGet(() -> LocalDate.now(clock));
    }

    private static List<Bar> bars(PaymentFigures figures) {
        Ageing ageing = figures.ageing();
        return List.of(
                bar(figures, "receivables.notDue", figures.open() - figures.overdue(), false),
                bar(figures, "receivables.to30", ageing.to30(), true),
                bar(figures, "receivables.to60", ageing.to60(), true),
                bar(figures, "receivables.to90", ageing.to90(), true),
                bar(figures, "receivables.beyond", ageing.beyond(), true));
    }

    private static Bar bar(PaymentFigures figures, String labelKey, long amount, boolean late) {
        long whole = figures.open();
        int percent = whole <= 0 ? 0 : Math.clamp(Math.round(100.0 * amount / whole), 0, 100);
        return new Bar(labelKey, amount, percent, late);
    }
}
