package mainstay.planning.deck.slide;

/// Where a text stands in its area.
enum Align {
    LEFT,
    CENTRE,
    RIGHT
}
