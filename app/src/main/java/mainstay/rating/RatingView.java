package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rating panel of an account shows; figures are already in the reader's notation.
///
/// @param leadsGroup whether there are others under this account's control
/// @param grouped    whether they are rated as one
/// @param sentence of the key-account rule
/// @param toFindOut criteria nobody knows yet, the heaviest first
public record RatingView(
        boolean leadsGroup,
        boolean grouped,
        @Nullable Rating rating,
        @Nullable KeyAccount key,
        String sentence,
        List<GroupRow> groups,
        List<PartRow> toFindOut,
        @Nullable MoveView move,
        List<Assessment> assessments,
        List<String> assessable,
        boolean mayAssess,
        LocalDate today) {

    /// A group of criteria with its points.
    public record GroupRow(String code, String points, List<PartRow> parts) {}

    /// @param link part of the account's page with the rows behind the figure; empty for assessments
    public record PartRow(
            String code,
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

    public record ChangeRow(String code, String before, String after, String effect, boolean up) {}
}
