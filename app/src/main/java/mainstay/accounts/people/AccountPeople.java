package mainstay.accounts.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The people of an account.
///
/// @param now  who holds a position there
/// @param past who held one
/// @param asOf  the day that was asked for, of which the positions are then; null: today, and what was before
/// @param first the first day of which anything is known here; null where none is
public record AccountPeople(
        List<Position> now,
        List<Position> past,
        Map<Long, List<Contact>> contacts,
        boolean mayWrite,
        @Nullable LocalDate asOf,
        @Nullable LocalDate first) {

    static AccountPeople today(
            List<Position> all, Map<Long, List<Contact>> contacts, boolean mayWrite, LocalDate today) {
        return new AccountPeople(
                all.stream().filter(one -> one.isHeld(today)).toList(),
                all.stream().filter(one -> !one.isHeld(today)).toList(),
                contacts,
                mayWrite,
                null,
                first(all));
    }

    /// By what is known today of their days.
    static AccountPeople asOf(LocalDate day, List<Position> all, Map<Long, List<Contact>> contacts, boolean mayWrite) {
        return new AccountPeople(
                all.stream().filter(one -> one.isHeldOn(day)).toList(), List.of(), contacts, mayWrite, day, first(all));
    }

    private static @Nullable LocalDate first(List<Position> all) {
        return all.stream()
                .map(Position::fromOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public List<Contact> contactsOf(Position position) {
        return contacts.getOrDefault(position.personId(), List.of());
    }
}
