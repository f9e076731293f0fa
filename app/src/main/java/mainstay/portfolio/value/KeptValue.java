package mainstay.portfolio.value;

import org.jspecify.annotations.Nullable;

/// What an account or a whole group is worth by the newest run.
///
/// @param value     with four decimals; null where nothing can tell it
/// @param fewDays   on how many days it bought, where these are too few for its figures to be known well; else
/// null
/// @param hidesLoss whether it, or one of the group, was sold to at a loss in the last twelve months and is worth
/// something by its older margin
public record KeptValue(@Nullable Long value, @Nullable Integer fewDays, boolean hidesLoss) {
    /// Nothing is known of it.
    public static final KeptValue NONE = new KeptValue(null, null, false);
}
