package mainstay.accounts.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The people of an account.
///
/// @param now  who holds a position there
/// @param past who held one
public record AccountPeople(
        List<Position> now, List<Position> past, Map<Long, List<Contact>> contacts, boolean mayWrite, LocalDate today) {

    public List<Contact> contactsOf(Position position) {
        return contacts.getOrDefault(position.personId(), List.of());
    }
}
