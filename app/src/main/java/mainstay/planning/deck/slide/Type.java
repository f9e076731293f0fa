package mainstay.planning.deck.slide;

/// The sizes in which a deck is set, in points of a slide that is 960 wide. What does not fit is set in the next
/// smaller size, down to the least, before anything is cut.
enum Type {
    NAME(40, 24, true),
    COVER(18, 14, false),
    FINDING(24, 18, true),
    SECTION(12, 12, true),
    HEADING(14, 14, true),
    BODY(16, 11, false),
    TABLE(13, 10.5, false),
    HEAD(10.5, 10.5, true),
    FIGURE(24, 13, true),
    SMALL(10.5, 10.5, false),
    FOOT(9, 9, false);

    /// From one line to the next, as a multiple of the size.
    static final double LEADING = 1.22;
    private static final double STEP = 1;

    private final double size;
    private final double least;
    private final boolean bold;

    Type(double size, double least, boolean bold) {
        this.size = size;
        this.least = least;
        this.bold = bold;
    }

    double size() {
        return size;
    }

    double least() {
        return least;
    }

    boolean bold() {
        return bold;
    }

    /// The next smaller size; the least stays what it is.
    double after(double present) {
        return Math.max(least, present - STEP);
    }

    double line() {
        return size * LEADING;
    }
}
