package mainstay.portfolio.value;

/// Whether what is said of an account rests on few purchases of its own, so that it is known roughly only.
final class ShortHistory {
    /// With fewer gaps of its own one more or less moves the figures by points.
    static final int FEW = 20;

    /// The same in SQL, of a value `v`.
    static final String CONDITION =
            "(v.method = 'rhythm' and v.repeats < %d or v.method = 'model' and v.repeats = 0)".formatted(FEW);

    private ShortHistory() {}

    /// @param method by which it is valued: its own gaps are few, or it bought on one day and all the rest is of
    ///               others
    static boolean is(String method, int repeats) {
        return method.equals("rhythm") ? repeats < FEW : method.equals("model") && repeats == 0;
    }
}
