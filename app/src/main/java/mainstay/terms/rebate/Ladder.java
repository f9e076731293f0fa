package mainstay.terms.rebate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ladder as one of its versions has it.
///
/// @param roles       who may know of it, where it is confidential
/// @param until       its own last day; null where it has none
/// @param publishedAt null while it is a draft
/// @param alone       put in force by who drafted it, though it changed what was earned, in a firm of one
public record Ladder(
        long id,
        String name,
        boolean confidential,
        List<String> roles,
        long versionId,
        int version,
        LadderRule rule,
        Cycle cycle,
        List<String> categories,
        LocalDate from,
        @Nullable LocalDate until,
        String author,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        boolean alone) {

    public boolean isDraft() {
        return publishedAt == null;
    }

    /// Whether it is what somebody looked at.
    ///
    /// @param seen its number then; null where that is not known
    boolean isAsSeen(@Nullable Long seen) {
        return seen == null || seen == versionId;
    }

    /// Whether it begins before the period around a day, so that what was earned already would change.
    ///
    /// @param fiscalStart month in which the year of the firm begins
    boolean beginsBefore(LocalDate today, int fiscalStart) {
        return from.isBefore(cycle.startAround(today, fiscalStart));
    }

    public String path() {
        return "/rebates/" + id;
    }
}
