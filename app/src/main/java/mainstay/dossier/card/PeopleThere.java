package mainstay.dossier.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.people.Contact;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.identity.Level;
import mainstay.shared.web.PageContext;
import org.springframework.stereotype.Component;

/// Whom a visitor meets: who works there now, what they are in charge of, and how they are reached.
@Component
class PeopleThere implements BriefSection {

    private static final int FIRST = 10;
    private static final int MOST = 12;

    private final PersonFiles files;
    private final Clock clock;

    PeopleThere(PersonFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public Optional<Section> of(AccountCard account, PageContext page) {
        LocalDate today = LocalDate.now(clock);
        List<Position> held = files.positionsAt(account.id()).stream()
                .filter(position -> position.isHeld(today) && !position.erased())
                .limit(MOST)
                .toList();
        Map<Long, List<Contact>> contacts =
                files.contacts(held.stream().map(Position::personId).distinct().toList());
        List<Sheet.Row> rows = held.stream()
                .map(position -> row(position, contacts.getOrDefault(position.personId(), List.of()), page))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(new Sheet.Block(page.t("brief.people"), rows, ""), Level.BUSINESS, List.of()));
    }

    private static Sheet.Row row(Position position, List<Contact> contacts, PageContext page) {
        String work = Stream.of(position.title(), position.department(), page.t(position.functionKey()))
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(" · "));
        String reached = contacts.stream().limit(2).map(Contact::value).collect(Collectors.joining(" · "));
        String name = position.latinName() == null ? position.name() : position.name() + " " + position.latinName();
        return new Sheet.Row(name, work, reached, false);
    }
}
