package mainstay.planning.deck.slide;

import java.awt.Color;

/// What a colour says. Those of text and bars can be read on white and on the pale ones.
public enum Tone {
    INK(0x1F2933),
    QUIET(0x54606E),
    PRIMARY(0x12525F),
    SECOND(0x2F8F83),
    BEFORE(0xAEBBC6),
    GOOD(0x0B6B3A),
    WARN(0xB36200),
    BAD(0xA61B1B),
    LINE(0xD3DAE1),
    PANEL(0xEEF2F5),
    PAPER(0xFFFFFF);

    private final Color color;

    Tone(int rgb) {
        this.color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
