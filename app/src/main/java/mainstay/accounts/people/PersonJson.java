package mainstay.accounts.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person, as far as the reader may see them. Nothing personal is ever told to programs.
///
/// @param revision goes back as `seen` with the next change
/// @param erased   nothing but the number and the days of positions is known any more
record PersonJson(
        long id,
        String href,
        @Nullable String code,
        String name,
        @Nullable String latinName,
        int revision,
        boolean erased,
        List<ContactJson> contacts,
        List<PositionJson> positions) {

    /// @param kind `phone`, `mail`, `address`, `wechat`, `wecom`, `dingtalk`, `qq`, `whatsapp` or `other`
    record ContactJson(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String note) {

        static ContactJson of(Contact contact) {
            return new ContactJson(contact.kind().code(), contact.value(), contact.note());
        }
    }

    /// @param kind `birthday`, `anniversary` or `other`
    record DayJson(
            @Nullable String kind,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable String note) {

        static DayJson of(YearlyDay day) {
            return new DayJson(day.kind(), day.day().getMonthValue(), day.day().getDayOfMonth(), day.note());
        }
    }

    /// @param function `owner`, `representative`, `management`, `purchasing`, `technical`, `quality`, `finance`, `use`,
    ///     `logistics`, `production`, `sales`, `legal` or `other`
    /// @param from     null where nobody knows since when
    /// @param until    the last day; null while it goes on
    record PositionJson(
            long id,
            long person,
            String account,
            @Nullable String title,
            @Nullable String department,
            String function,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static PositionJson of(Position position) {
            return new PositionJson(
                    position.id(),
                    position.personId(),
                    position.accountCode(),
                    position.title(),
                    position.department(),
                    position.function(),
                    position.fromOn(),
                    position.untilOn());
        }
    }

    /// One person with the days of the year.
    record WholeJson(PersonJson person, List<DayJson> days) {}

    /// A page of people.
    record PageJson(int page, int size, long total, List<PersonJson> people) {}

    static PersonJson of(PersonFiles.Entry entry) {
        return of(entry.person(), entry.contacts(), entry.positions());
    }

    static WholeJson of(PersonFile file) {
        return new WholeJson(
                of(file.person(), file.contacts(), file.positions()),
                file.days().stream().map(DayJson::of).toList());
    }

    private static PersonJson of(Person person, List<Contact> contacts, List<Position> positions) {
        return new PersonJson(
                person.id(),
                "/api/v1/people/" + person.id(),
                person.code(),
                person.name(),
                person.latinName(),
                person.revision(),
                person.isErased(),
                contacts.stream().map(ContactJson::of).toList(),
                positions.stream().map(PositionJson::of).toList());
    }
}
