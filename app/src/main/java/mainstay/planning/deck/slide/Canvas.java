package mainstay.planning.deck.slide;

import mainstay.planning.deck.slide.Block.Chart;

/// What can be drawn on slides, in either form of the file. Everything is placed and cut to fit beforehand.
interface Canvas {

    /// Begins a slide.
    ///
    /// @param title for lists of slides
    void slide(String title);

    /// The title of the slide, which programs find as such.
    void title(Area area, Fitted text, Tone tone);

    void text(Area area, Fitted text, Tone tone, Align align);

    void box(Area area, Tone fill);

    void line(double fromX, double fromY, double toX, double toY, Tone tone, double width, boolean dashed);

    void table(Area area, TableFit table);

    /// @param name of what it shows, for who cannot see it
    void chart(Area area, Chart chart, String name);

    /// Faint, across the whole slide.
    void mark(String words);

    byte[] done();
}
