package mainstay.dossier;

import java.util.List;
import mainstay.identity.Level;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// What the archive asks of accounts.
///
/// @param name        given by the firm; null where Mainstay's own word stands
/// @param halfLife    months after which a value is old; null: never
/// @param weight      how much it counts in completeness and freshness
/// @param sensitivity from which level on its values are read
/// @param categories  asked of accounts of these only; empty: of all
/// @param leastStars  asked of accounts with so many solid stars only; null: of all
/// @param revision    counts changes
public record Field(
        long id,
        String code,
        @Nullable String name,
        Part part,
        FieldKind kind,
        @Nullable String unit,
        List<String> choices,
        @Nullable Integer halfLife,
        int weight,
        Level sensitivity,
        List<String> categories,
        @Nullable Integer leastStars,
        boolean retired,
        int revision) {

    private static final int IMPORTANT = 3;
    private static final String OWN = "own";

    /// Message key of the name, or the name itself: a text without a translation is shown as it stands.
    public String labelKey() {
        return name == null ? "archive.field." + code : name;
    }

    public String label(PageContext page) {
        return page.t(labelKey());
    }

    /// Whether the firm made it, so that it has no other name than the one given.
    public boolean isOwn() {
        return code.startsWith(OWN);
    }

    public boolean isRead() {
        return kind == FieldKind.READ;
    }

    public boolean isImportant() {
        return weight >= IMPORTANT;
    }

    /// The level from which on values are written: nobody writes of an account's card alone.
    public Level writing() {
        return sensitivity == Level.CARD ? Level.BUSINESS : sensitivity;
    }

    boolean isAskedOf(@Nullable String category, @Nullable Integer solidStars) {
        boolean fits = categories.isEmpty() || (category != null && categories.contains(category));
        Integer least = leastStars;
        return fits && (least == null || (solidStars != null && solidStars >= least));
    }
}
