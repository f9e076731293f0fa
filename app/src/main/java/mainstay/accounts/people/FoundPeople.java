package mainstay.accounts.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import mainstay.accounts.OtherFinds;
import org.springframework.stereotype.Component;

/// Lets the search find people.
@Component
class FoundPeople implements OtherFinds {

    private final PersonFiles files;
    private final Clock clock;

    FoundPeople(PersonFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Find> find(String typed, int most) {
        LocalDate today = LocalDate.now(clock);
        return typed.isBlank()
                ? List.of()
                : files.page(typed, 1, most).entries().stream()
                        .map(entry -> find(entry, today))
                        .toList();
    }

    private static Find find(PersonFiles.Entry entry, LocalDate today) {
        Person person = entry.person();
        return new Find(
                "search.person",
                "person-" + person.id(),
                person.latinName() == null ? person.name() : person.name() + " " + person.latinName(),
                entry.held(today).stream().map(Position::accountName).distinct().collect(Collectors.joining(" · ")),
                person.path());
    }
}
