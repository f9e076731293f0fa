package mainstay.accounts.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import mainstay.accounts.FoundBesides;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets the search find people.
@Component
@Order(0)
class FoundPeople implements FoundBesides {

    private final PersonFiles files;
    private final Clock clock;

    FoundPeople(PersonFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String titleKey() {
        return "search.people";
    }

    @Override
    public List<Hit> find(String typed, int most) {
        LocalDate today = LocalDate.now(clock);
        return typed.isBlank()
                ? List.of()
                : files.page(typed, 1, most).entries().stream()
                        .map(entry -> hit(entry, today))
                        .toList();
    }

    private static Hit hit(PersonFiles.Entry entry, LocalDate today) {
        Person person = entry.person();
        return new Hit(
                person.path(),
                entry.held(today).stream().map(Position::accountName).distinct().collect(Collectors.joining(" · ")),
                "search.person",
                person.latinName() == null ? person.name() : person.name() + " " + person.latinName());
    }
}
