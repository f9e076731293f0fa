package mainstay.terms.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an account owes for paying late.
///
/// @param isProtected whether the firm is small enough for the order on late payment
/// @param interest    up to the day; null: no rate holds
/// @param tooLong     open invoices with more time than the law allows
public record LateView(
        LocalDate asOf,
        DebtorForm form,
        boolean isProtected,
        @Nullable Long interest,
        int tooLong) {

    /// Whether the order would hold if the firm were known to be small.
    public boolean lacksSize() {
        return !isProtected
                && (form.chosen().equals("largeEnterprise") || form.chosen().equals("publicBody"));
    }
}
