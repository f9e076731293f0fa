package mainstay.team.duty;

import org.jspecify.annotations.Nullable;

/// How much somebody has on their hands.
///
/// @param user        name that the person signs in with
/// @param managed     accounts that the person manages
/// @param memberships that last today
/// @param share       percent of the working time that these ask together; null where nobody said
/// @param accountable duties; likewise `responsible`
/// @param unmeasured  duties of which nobody said how long they take
/// @param hours       in a week, by what the fields of work usually take
/// @param week        working hours of a week
/// @param capacity    hours in a week for accounts: by the share, or the whole week where the share is not all that is
/// known
/// @param waiting     requests that wait for the person by name
/// @param pieces      of work that the person is to do, as plans say
/// @param overdue     of those, past their day
/// @param workHours   that those of which somebody said so take altogether; null where nobody said of any
/// @param unsaid      pieces of which nobody said how long they take
public record Load(
        long userId,
        String user,
        String name,
        boolean enabled,
        long managed,
        long memberships,
        @Nullable Double share,
        long accountable,
        long responsible,
        long unmeasured,
        double hours,
        double week,
        double capacity,
        long waiting,
        long pieces,
        long overdue,
        @Nullable Double workHours,
        long unsaid) {

    /// Null where there is no capacity.
    public @Nullable Double load() {
        return capacity > 0 ? Double.valueOf(hours / capacity) : null;
    }

    /// Whether the share is what the capacity comes from: it is not where the person has duties elsewhere, too.
    public boolean shareCounts() {
        return share != null && Math.abs(capacity - week * share / 100) < 0.005;
    }

    public boolean isOver() {
        return hours > capacity;
    }
}
