package mainstay.relationships.depth;

import org.jspecify.annotations.Nullable;

/// One thing that a rung asks for.
///
/// @param what    `depth.asks.<what>` is its message key
/// @param have    null where nobody knows
/// @param need    how much is asked for
/// @param most    whether it is to be no more than that, instead of no less
/// @param percent whether both are percentages
public record Evidence(String what, @Nullable Double have, double need, boolean most, boolean percent) {

    static Evidence count(String what, long have, long need) {
        return new Evidence(what, (double) have, need, false, false);
    }

    /// @param have a fraction
    static Evidence least(String what, @Nullable Double have, double percent) {
        return new Evidence(what, have == null ? null : Double.valueOf(have * 100), percent, false, true);
    }

    static Evidence most(String what, @Nullable Double have, double percent) {
        return new Evidence(what, have == null ? null : Double.valueOf(have * 100), percent, true, true);
    }

    public boolean isMet() {
        return have != null && (most ? have <= need : have >= need);
    }

    public String key() {
        return "depth.asks." + what;
    }
}
