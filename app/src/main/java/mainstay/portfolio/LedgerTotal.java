package mainstay.portfolio;

/// Sums of a period over all rows: those without an account, and both views of those with one. Four decimals.
///
/// @param unknownLines rows whose amount is unknown for want of an exchange rate; no sum holds them
public record LedgerTotal(long unattributed, long net, long gross, long unknownLines) {

    public long returns() {
        return gross - net;
    }
}
