package mainstay.planning.deck;

import java.util.Locale;

/// The two files that a deck can be.
enum DeckForm {
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    PDF("application/pdf");

    private final String type;

    DeckForm(String type) {
        this.type = type;
    }

    static DeckForm of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }
}
