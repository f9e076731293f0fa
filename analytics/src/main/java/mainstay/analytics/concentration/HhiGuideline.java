package mainstay.analytics.concentration;

/// The United States merger guidelines from which bands of the Herfindahl-Hirschman index are borrowed.
public enum HhiGuideline {
    /// Horizontal Merger Guidelines 2010, section 5.3: bounds 1,500 and 2,500.
    MERGER_2010(1_500, 2_500),
    /// Merger Guidelines 2023, section 2.1: bounds 1,000 and 1,800.
    MERGER_2023(1_000, 1_800);

    private final int lower;
    private final int upper;

    HhiGuideline(int lower, int upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /// The index from which the middle band begins, 0 to 10,000.
    public int lower() {
        return lower;
    }

    /// The index above which the highest band begins, 0 to 10,000.
    public int upper() {
        return upper;
    }

    /// The band of an index.
    ///
    /// @param hhi Herfindahl-Hirschman index, not negative
    /// @throws IllegalArgumentException if the index is negative or not a number
    public HhiBand band(double hhi) {
        if (!(hhi >= 0)) {
            throw new IllegalArgumentException("an index of " + hhi + " is below 0");
        }
        if (hhi > upper) {
            return HhiBand.HIGHLY_CONCENTRATED;
        }
        return hhi < lower ? HhiBand.UNCONCENTRATED : HhiBand.MODERATELY_CONCENTRATED;
    }
}
