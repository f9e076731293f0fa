package mainstay.rating;

import org.jspecify.annotations.Nullable;

/// What one criterion did to a score between two ratings.
///
/// @param name   in the firm's own words; null where the product has a name for it
/// @param effect points of the score; all changes together are the whole move
public record Change(
        String code,
        String unit,
        @Nullable String name,
        @Nullable Double before,
        @Nullable Double after,
        double effect) {}
