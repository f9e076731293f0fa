package mainstay.ledger.file;

/// Between which values a number must lie, and the reason why another one is refused.
record Range(long least, long most, Reason reason) {

    static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE, Reason.NUMBER_TOO_LARGE);
    static final Range LIMIT = new Range(0, Long.MAX_VALUE, Reason.LIMIT_NEGATIVE);
    static final Range PERCENT = new Range(0, 100 * 10_000L, Reason.HOLDING_OUT_OF_RANGE);
    static final Range TERM = new Range(0, 3_650, Reason.TERM_OUT_OF_RANGE);

    long checked(long value, String shown) throws FieldProblem {
        if (value < least || value > most) {
            throw new FieldProblem(reason, shown);
        }
        return value;
    }
}
