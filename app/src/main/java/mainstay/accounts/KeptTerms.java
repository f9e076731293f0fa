package mainstay.accounts;

import org.jspecify.annotations.Nullable;

/// Credit limit and payment term of an account by where they come from: what files and people told, and what
/// was granted for its days, which counts over it.
///
/// @param toldLimit    in ten-thousandths; null: none was told
/// @param grantedLimit likewise; null: none is in force today
public record KeptTerms(
        @Nullable Long toldLimit,
        @Nullable Integer toldDays,
        @Nullable Long grantedLimit,
        @Nullable Integer grantedDays) {

    static final KeptTerms NONE = new KeptTerms(null, null, null, null);

    /// In force today.
    public @Nullable Long limit() {
        return grantedLimit == null ? toldLimit : grantedLimit;
    }

    public @Nullable Integer days() {
        return grantedDays == null ? toldDays : grantedDays;
    }
}
