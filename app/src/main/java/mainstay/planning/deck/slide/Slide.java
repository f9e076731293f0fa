package mainstay.planning.deck.slide;

import java.util.List;

/// One slide.
///
/// @param section what it is about, in a word or two
/// @param finding what it says, in a sentence
public record Slide(String section, String finding, List<Placed> blocks) {

    public static Slide of(String section, String finding, Placed... blocks) {
        return new Slide(section, finding, List.of(blocks));
    }
}
