package mainstay.activity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which activities are wanted; null: whichever.
///
/// @param from  first day; likewise `until` the last
public record ActivityFilter(
        @Nullable Long user,
        @Nullable Long account,
        @Nullable String kind,
        @Nullable Boolean internal,
        @Nullable ActivityState state,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static ActivityFilter ofAccount(long account) {
        return new ActivityFilter(null, account, null, null, null, null, null);
    }

    /// The last line of the page before.
    public record Place(Instant startsAt, long id) {}

    /// What a filter adds up to; what is cancelled does not count.
    ///
    /// @param minutes of everybody who took part, with the way there
    /// @param internal minutes among ourselves
    public record Totals(long activities, long minutes, long internal) {}
}
