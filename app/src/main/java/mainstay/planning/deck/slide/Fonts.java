package mainstay.planning.deck.slide;

/// The fonts that a deck for office programs names: such as are on nearly every desk, or have one of the same widths
/// in their place.
record Fonts(String latin, String eastAsian) {

    static Fonts of(String language) {
        return new Fonts("Arial", language.equals("zh-TW") ? "Microsoft JhengHei" : "Microsoft YaHei");
    }
}
