package mainstay.dossier.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a file as it was sent.
///
/// @param line    counted from 1
/// @param cells   all of its cells, to be handed back where it is bad
/// @param account its code
/// @param fault   key of what is wrong with the row itself; null where nothing is
/// @param args    of that sentence
public record SentFact(
        long line,
        List<String> cells,
        String account,
        String field,
        String value,
        String observedOn,
        String source,
        String confidence,
        @Nullable String fault,
        List<String> args) {}
