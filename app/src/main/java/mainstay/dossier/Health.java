package mainstay.dossier;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How much of what is asked is known, and how much of that is not old. Counted in weights of fields.
///
/// @param asked  of all fields that are asked of the account
/// @param filled of those with a value
/// @param fresh  of those with a value that is not old yet
public record Health(int asked, int filled, int fresh) {

    static final Health NONE = new Health(0, 0, 0);

    /// One field.
    static Health of(int weight, boolean filled, boolean fresh) {
        return new Health(weight, filled ? weight : 0, filled && fresh ? weight : 0);
    }

    static Health sum(Collection<Health> all) {
        return all.stream().reduce(NONE, Health::plus);
    }

    private Health plus(Health other) {
        return new Health(asked + other.asked, filled + other.filled, fresh + other.fresh);
    }

    /// Unknown where nothing is asked.
    public @Nullable Double completeness() {
        return asked == 0 ? null : (double) filled / asked;
    }

    /// Unknown where nothing is filled.
    public @Nullable Double freshness() {
        return filled == 0 ? null : (double) fresh / filled;
    }
}
