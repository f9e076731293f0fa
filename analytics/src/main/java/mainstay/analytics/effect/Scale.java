package mainstay.analytics.effect;

/// How the figures of customers of different size are made comparable.
public enum Scale {
    /// Each figure is divided by the customer's own mean before the measure: for amounts and counts.
    RELATIVE {
        @Override
        int fewestAfter(int months) {
            return months;
        }
    },
    /// Figures are compared as they are: for shares and for days.
    ABSOLUTE {
        @Override
        int fewestAfter(int months) {
            return (months + 1) / 2;
        }
    };

    /// How many months of a window have to be known: all that can be, half of those that need sales to be.
    abstract int fewestAfter(int months);
}
