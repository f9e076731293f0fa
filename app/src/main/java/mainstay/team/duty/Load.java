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
/// @param capacity    hours in a week for accounts
/// @param waiting     requests that wait for the person by name
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
        double capacity,
        long waiting) {

    /// Null where there is no capacity.
    public @Nullable Double load() {
        return capacity > 0 ? Double.valueOf(hours / capacity) : null;
    }

    public boolean isOver() {
        return hours > capacity;
    }
}
