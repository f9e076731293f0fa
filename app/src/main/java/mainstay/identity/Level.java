package mainstay.identity;

/// How much of an account may be seen; each level holds the ones before it.
public enum Level {
    NONE,
    /// name, codes, group, manager, stars
    CARD,
    /// sales, receivables, rating
    BUSINESS,
    /// everything about the business relation
    FULL,
    /// the personal group of the archive
    PERSONAL;

    public int number() {
        return ordinal();
    }
}
