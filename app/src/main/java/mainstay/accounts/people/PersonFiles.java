package mainstay.accounts.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.search.Wanted;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads people with all that the reader may see of them.
@Service
@Transactional(readOnly = true)
public class PersonFiles {

    private static final int PAGE = 50;

    private final People people;
    private final Positions positions;
    private final Clock clock;

    PersonFiles(People people, Positions positions, Clock clock) {
        this.people = people;
        this.positions = positions;
        this.clock = clock;
    }

    /// A page of people.
    ///
    /// @param total of all pages; of those found, where something was looked for
    public record Found(List<Entry> entries, String q, int at, long total, int pages, LocalDate today) {}

    /// A line of a list.
    public record Entry(Person person, List<Position> positions, List<Contact> contacts) {

        public List<Position> held(LocalDate today) {
            return positions.stream().filter(one -> one.isHeld(today)).toList();
        }
    }

    public Optional<PersonFile> byId(long id) {
        return people.byId(id).map(this::file);
    }

    /// Of whoever stands for the person. Throws where the reader sees nobody of this number.
    public PersonFile at(long id) {
        Person person = people.byId(id)
                .or(() -> people.inPlaceOf(id).flatMap(people::byId))
                .orElseThrow(() -> new Problem.NotFound("people.unknown", String.valueOf(id)));
        Long survivor = person.mergedIntoId();
        return survivor == null ? file(person) : at(survivor);
    }

    private PersonFile file(Person person) {
        return new PersonFile(
                person,
                people.contacts(person.id()),
                people.days(person.id()),
                positions.of(person.id()),
                people.events(person.id()),
                LocalDate.now(clock),
                !person.isErased() && Acting.actor().role() != Role.VIEWER);
    }

    /// @param q what somebody typed; empty: everybody
    public Found page(String q, int at) {
        return page(q, at, PAGE);
    }

    public Found page(String q, int at, int size) {
        String wanted = q.strip();
        List<Person> found = wanted.isEmpty() ? people.page(size, (at - 1) * size) : find(wanted, size);
        long total = wanted.isEmpty() ? people.count() : found.size();
        return new Found(
                entries(found),
                wanted,
                at,
                total,
                wanted.isEmpty() ? Math.toIntExact((total + size - 1) / size) : 1,
                LocalDate.now(clock));
    }

    private List<Person> find(String typed, int most) {
        Wanted wanted = Wanted.of(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Long> ids = people.find(wanted.strict(), most);
        if (ids.isEmpty()) {
            ids = people.find(wanted.loose(), most);
        }
        Map<Long, Person> byId = people.byIds(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    public List<Entry> entries(Collection<Person> found) {
        List<Long> ids = found.stream().map(Person::id).toList();
        Map<Long, List<Position>> held = positions.of(ids);
        Map<Long, List<Contact>> contacts = people.contacts(ids);
        return found.stream()
                .map(person -> new Entry(
                        person,
                        held.getOrDefault(person.id(), List.of()),
                        contacts.getOrDefault(person.id(), List.of())))
                .toList();
    }

    /// Of records that were merged into this one.
    public List<String> otherNames(long id) {
        return people.formerNames(id);
    }

    /// Who holds or held a position at an account.
    public List<Position> positionsAt(long account) {
        return positions.at(account);
    }

    public Map<Long, List<Contact>> contacts(Collection<Long> ids) {
        return people.contacts(ids);
    }
}
