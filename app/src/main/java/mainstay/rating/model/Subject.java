package mainstay.rating.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account with its figures, in the order of the model's criteria.
///
/// @param category null where it is in none
/// @param region   null where it is unknown
public record Subject(
        long account,
        List<Figure> figures,
        @Nullable String category,
        @Nullable String region) {

    public Subject(long account, List<Figure> figures) {
        this(account, figures, null, null);
    }

    /// The peers among whom the account has its place, by name; null where nobody knows them.
    @Nullable
    String among(Peers peers) {
        return switch (peers) {
            case ALL -> "";
            case CATEGORY -> category;
            case REGION -> region;
        };
    }
}
