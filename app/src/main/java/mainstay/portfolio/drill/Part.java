package mainstay.portfolio.drill;

import org.jspecify.annotations.Nullable;

/// A part of a whole, and the same part of the days it is compared with.
///
/// @param key    what stands for it in an address; empty: not named
/// @param name   empty where there is none
/// @param code   of a product or an account
/// @param before null where nothing is compared
public record Part(
        String key,
        String name,
        @Nullable String code,
        Sales now,
        @Nullable Sales before) {}
