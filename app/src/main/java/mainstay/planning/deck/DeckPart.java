package mainstay.planning.deck;

import java.util.List;
import mainstay.dossier.Look;
import mainstay.planning.deck.slide.Slide;

/// Some of the slides.
interface DeckPart {

    /// @param looks what has to be known later of who was shown this
    record Told(List<Slide> slides, List<Look> looks) {

        static Told of(Slide... slides) {
            return new Told(List.of(slides), List.of());
        }
    }

    /// Where they stand among the others.
    int order();

    /// Only what the maker may see, and nothing personal.
    Told of(Subject subject);
}
