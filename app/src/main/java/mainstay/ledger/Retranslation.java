package mainstay.ledger;

import java.util.List;

/// What applying rates changed, kind by kind.
///
/// @param everything whether rows that had a rate were translated anew as well
public record Retranslation(boolean everything, List<Part> parts) {

    public Retranslation {
        parts = List.copyOf(parts);
    }

    /// Rows of one kind in foreign currencies.
    ///
    /// @param changed       those whose amount in the firm's currency is another now
    /// @param unknownBefore those without a rate, before
    /// @param amountBefore  what the others amounted to in the firm's currency, in ten-thousandths
    /// @param provenMonths  months of accounts that were found to equal their lines afterwards
    public record Part(
            String kind,
            long rows,
            long changed,
            long unknownBefore,
            long unknownAfter,
            long amountBefore,
            long amountAfter,
            long provenMonths) {}

    public long changed() {
        return parts.stream().mapToLong(Part::changed).sum();
    }

    public long unknownAfter() {
        return parts.stream().mapToLong(Part::unknownAfter).sum();
    }
}
