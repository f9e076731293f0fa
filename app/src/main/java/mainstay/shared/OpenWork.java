package mainstay.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Work that people have before them, told by whoever keeps it and for everybody at once. The page of load adds it up.
public interface OpenWork {

    /// As far as the signed-in person may see it, one for each person who has any.
    List<Open> open();

    /// What one person is to do.
    ///
    /// @param pieces  that are neither done nor given up
    /// @param overdue of those, past their day
    /// @param hours   that those of which somebody said so take; null where nobody said of any
    /// @param unsaid  pieces of which nobody said how long they take
    record Open(
            long userId,
            long pieces,
            long overdue,
            @Nullable Double hours,
            long unsaid) {

        /// All of it and all of another.
        public Open with(Open other) {
            return new Open(
                    userId,
                    pieces + other.pieces,
                    overdue + other.overdue,
                    hours == null ? other.hours : other.hours == null ? hours : Double.valueOf(hours + other.hours),
                    unsaid + other.unsaid);
        }
    }
}
