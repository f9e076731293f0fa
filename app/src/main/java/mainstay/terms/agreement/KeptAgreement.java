package mainstay.terms.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import mainstay.shared.Money;
import mainstay.terms.Ended;
import mainstay.terms.Measure;
import org.jspecify.annotations.Nullable;

/// Something that was asked for an account, and what became of it.
///
/// @param state `asked`, `refused`, `coming`, `holds`, `over`
/// @param ended null where nobody ended it before its last day
public record KeptAgreement(
        long id,
        Measure measure,
        @Nullable BigDecimal figure,
        @Nullable String word,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String askedBy,
        Instant askedAt,
        String state,
        boolean wholeGroup,
        @Nullable Ended ended) {

    public boolean canEnd() {
        return state.equals("holds") || state.equals("coming");
    }

    /// In ten-thousandths, where it is money.
    public @Nullable Long amount() {
        return figure == null ? null : Money.of(figure).tenThousandths();
    }
}
