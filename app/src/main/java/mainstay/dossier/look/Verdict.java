package mainstay.dossier.look;

import mainstay.shared.web.Text;

/// What verifying the read log found.
sealed interface Verdict {

    /// @param looks that are sealed
    /// @param hash  of the last one; empty where there is none
    record Whole(long looks, String hash) implements Verdict {}

    /// @param place the first one that is broken, in words
    record Broken(Text place) implements Verdict {}
}
