package mainstay.accounts.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the reader may see of one person.
///
/// @param positions those held now first, then the latest
/// @param mayWrite  whether the reader may change anything
public record PersonFile(
        Person person,
        List<Contact> contacts,
        List<YearlyDay> days,
        List<Position> positions,
        List<Event> events,
        LocalDate today,
        boolean mayWrite) {

    /// That something was done with what is known of the person; no values.
    public record Event(String kind, List<String> fields, String actor, Instant at) {

        public String key() {
            return "people.event." + kind;
        }
    }

    public List<Position> held() {
        return positions.stream().filter(one -> one.isHeld(today)).toList();
    }
}
