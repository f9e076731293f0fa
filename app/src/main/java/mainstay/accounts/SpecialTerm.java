package mainstay.accounts;

import java.time.LocalDate;

/// A limit or payment term granted to one account for its days.
///
/// @param field  [AccountField#CREDIT_LIMIT] or [AccountField#PAYMENT_TERM]
/// @param figure ten-thousandths of money, or days
/// @param until  last day; the last of all days where it is open
public record SpecialTerm(
        long agreement, long account, AccountField field, long figure, LocalDate from, LocalDate until) {

    public SpecialTerm {
        if (field != AccountField.CREDIT_LIMIT && field != AccountField.PAYMENT_TERM) {
            throw new IllegalArgumentException(field + " is neither a limit nor a payment term");
        }
    }

    String fieldCode() {
        return field == AccountField.CREDIT_LIMIT ? "creditLimit" : "paymentTerm";
    }

    String lastDay() {
        return until.equals(LocalDate.MAX) ? "infinity" : until.toString();
    }
}
