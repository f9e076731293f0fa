package mainstay.terms.collection;

import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// What one account owes; amounts in ten-thousandths of the firm's currency.
///
/// @param to30     of what is overdue, that which is late by up to 30 days
/// @param days     by which the oldest open item is late; null: none is
/// @param interest for lateness up to now; null: no rate holds for this debtor
public record DebtorRow(
        String code,
        String name,
        @Nullable String manager,
        long open,
        long overdue,
        long to30,
        long to60,
        long to90,
        long beyond,
        @Nullable Integer days,
        @Nullable LocalDate oldest,
        @Nullable Long interest) {

    public String path() {
        return AccountCard.pathOf(code) + "/receivables";
    }
}
