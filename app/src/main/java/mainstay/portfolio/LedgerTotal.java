package mainstay.portfolio;

/// Sums of a period over all rows: those without an account, and both views of those with one. Four decimals.
record LedgerTotal(long unattributed, long net, long gross) {

    long returns() {
        return gross - net;
    }
}
