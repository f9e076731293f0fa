package mainstay.planning.deck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Series;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who works there, and how often we were in touch with them.
@Component
class PeoplePart implements DeckPart {

    private static final int MONTHS = 12;
    private static final int SILENT_DAYS = 90;

    private final PersonFiles files;
    private final DeckContacts contacts;
    private final Activities activities;

    PeoplePart(PersonFiles files, DeckContacts contacts, Activities activities) {
        this.files = files;
        this.contacts = contacts;
        this.activities = activities;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public Told of(Subject of) {
        List<Position> held = files.positionsAt(of.account().id()).stream()
                .filter(position -> position.isHeld(of.today()) && !position.erased())
                .toList();
        Map<Long, LocalDate> met = contacts.lastMet(of.account().id());
        List<DeckContacts.Month> months = contacts.months(
                of.account().id(),
                YearMonth.from(of.today()).minusMonths(MONTHS - 1L).atDay(1),
                of.today());
        return Told.of(Slide.of(
                of.t("deck.people"),
                finding(held, months, of),
                table(held, met, of).at(0, 0, 7, 12),
                chart(months, of).at(7, 0, 5, 7),
                new Words(of.t("deck.contacts"), touched(of), true, of.t("deck.contacts.none")).at(7, 7, 5, 5)));
    }

    private static String finding(List<Position> held, List<DeckContacts.Month> months, Subject of) {
        long people = held.stream().map(Position::personId).distinct().count();
        long outward = months.stream().mapToLong(DeckContacts.Month::outward).sum();
        return people == 0 ? of.t("deck.people.noOne", outward) : of.t("deck.people.finding", people, outward);
    }

    private static Table table(List<Position> held, Map<Long, LocalDate> met, Subject of) {
        List<List<Cell>> rows = held.stream()
                .sorted(Comparator.comparing(
                        (Position position) -> met.get(position.personId()),
                        Comparator.nullsLast(Comparator.<LocalDate>reverseOrder())))
                .map(position -> List.of(
                        Cell.of(name(position)),
                        Cell.of(work(position, of)),
                        lastMet(met.get(position.personId()), of)))
                .toList();
        return Table.of(
                of.t("deck.whoIsWho"),
                List.of(
                        Column.of(of.t("deck.name"), 4),
                        Column.of(of.t("deck.work"), 5),
                        Column.of(of.t("deck.lastMet"), 3)),
                rows,
                of.t("deck.people.none"));
    }

    private static String name(Position position) {
        return position.latinName() == null ? position.name() : position.name() + " " + position.latinName();
    }

    private static String work(Position position, Subject of) {
        return Stream.of(position.title(), position.department(), of.t(position.functionKey()))
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static Cell lastMet(@Nullable LocalDate day, Subject of) {
        if (day == null) {
            return new Cell(of.t("deck.neverMet"), Tone.WARN);
        }
        return new Cell(of.page().date(day), day.isBefore(of.today().minusDays(SILENT_DAYS)) ? Tone.WARN : Tone.INK);
    }

    private static Chart chart(List<DeckContacts.Month> months, Subject of) {
        Map<YearMonth, DeckContacts.Month> known =
                months.stream().collect(Collectors.toMap(month -> YearMonth.from(month.month()), Function.identity()));
        List<String> names = new ArrayList<>();
        List<@Nullable Double> outward = new ArrayList<>();
        List<@Nullable Double> internal = new ArrayList<>();
        for (int back = MONTHS - 1; back >= 0 && !months.isEmpty(); back--) {
            YearMonth month = YearMonth.from(of.today()).minusMonths(back);
            DeckContacts.Month one = known.get(month);
            names.add("%d-%02d".formatted(month.getYear() % 100, month.getMonthValue()));
            outward.add(one == null ? 0.0 : one.outward());
            internal.add(one == null ? 0.0 : one.internal());
        }
        return new Chart(
                of.t("deck.contactsByMonth"),
                Chart.Kind.COLUMNS,
                names,
                List.of(
                        new Series(of.t("deck.outward"), outward, Tone.PRIMARY, false),
                        new Series(of.t("deck.internal"), internal, Tone.BEFORE, false)),
                of.t("deck.number"),
                0,
                of.t("deck.contacts.none"));
    }

    private List<String> touched(Subject of) {
        Optional<Activity> last = activities.lastContact(of.account().id());
        Optional<Activity> next = activities.nextPlanned(of.account().id(), of.today());
        List<String> said = new ArrayList<>();
        last.ifPresent(one -> said.add(of.t("deck.lastContact", said(one, of))));
        if (last.isPresent() || next.isPresent()) {
            said.add(next.map(one -> of.t("deck.nextContact", said(one, of))).orElse(of.t("deck.nextContact.none")));
        }
        return said;
    }

    private static String said(Activity one, Subject of) {
        return of.t("deck.contact", of.page().date(one.onDay()), of.t("activity.kind." + one.kind()), one.subject());
    }
}
