package mainstay.rating.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What people decided about an account, each kind with the newest first.
///
/// @param inForce the override that counts today; null where none does
public record Decisions(
        List<SetStars> overrides,
        List<Appointment> appointments,
        @Nullable SetStars inForce,
        LocalDate today) {

    /// The appointment that stands.
    public @Nullable Appointment appointed() {
        return first(Appointment::stands).orElse(null);
    }

    public @Nullable Appointment proposed() {
        return first(Appointment::isPending).orElse(null);
    }

    private Optional<Appointment> first(Predicate<Appointment> wanted) {
        return appointments.stream().filter(wanted).findFirst();
    }

    public @Nullable SetStars wanted() {
        return overrides.stream().filter(SetStars::isPending).findFirst().orElse(null);
    }
}
