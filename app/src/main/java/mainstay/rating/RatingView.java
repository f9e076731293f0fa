package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// What the rating panel of an account shows; figures are already in the reader's notation.
///
/// @param leadsGroup whether there are others under this account's control
/// @param grouped    whether they are rated as one
/// @param sentence of the key-account rule
/// @param evidence what a proposal to make it a key account could begin with; of the account alone, see the board
/// @param regions  in which it is key, near or potential
/// @param gates    that keep it from the stars of its score, each in a sentence
/// @param toFindOut criteria nobody knows yet, the heaviest first
public record RatingView(
        boolean leadsGroup,
        boolean grouped,
        @Nullable Rating rating,
        @Nullable KeyAccount key,
        String sentence,
        String evidence,
        List<RegionStanding> regions,
        List<GroupRow> groups,
        List<String> gates,
        List<PartRow> toFindOut,
        @Nullable MoveView move,
        @Nullable Remodelled remodelled,
        List<Assessment> assessments,
        List<Assessable> assessable,
        boolean mayAssess,
        boolean mayDecide,
        LocalDate today) {

    /// What a mark is for; one that the model does not ask for any more keeps the name it has in the
    /// product.
    public String nameOf(Assessment mark, PageContext page) {
        return assessable.stream()
                .filter(one -> one.code().equals(mark.criterion()))
                .map(Assessable::name)
                .findFirst()
                .orElseGet(() -> page.t("rating.criterion." + mark.criterion()));
    }

    /// Something that people give marks for.
    ///
    /// @param name in the reader's words
    public record Assessable(String code, String name) {}

    /// A group of criteria with its points.
    public record GroupRow(String code, String points, List<PartRow> parts) {}

    /// @param name in the reader's words
    /// @param link part of the account's page with the rows behind the figure; empty for assessments
    public record PartRow(
            String code,
            String name,
            String figure,
            String points,
            double weight,
            @Nullable String unknown,
            @Nullable Integer bar,
            String link) {}

    /// Why the rating moved since the last one of an earlier day.
    ///
    /// @param stars whether enough was known for stars on both days
    public record MoveView(
            LocalDate since, boolean stars, int starsBefore, int starsNow, String points, List<ChangeRow> changes) {}

    /// What another version of the model said of the same day, before the one that rates now came into force.
    ///
    /// @param stars    whether enough was known for stars under both
    /// @param released whether the version before gave the stars of now too, and only held the account back
    public record Remodelled(
            int version,
            int versionBefore,
            boolean stars,
            boolean released,
            int starsBefore,
            int starsNow,
            String scoreBefore,
            String score) {}

    public record ChangeRow(String name, String before, String after, String effect, boolean up) {}
}
