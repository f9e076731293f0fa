package mainstay.dossier.personal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.people.Contact;
import mainstay.accounts.people.PersonFile;
import mainstay.accounts.people.Position;
import mainstay.accounts.people.YearlyDay;
import org.jspecify.annotations.Nullable;

/// Everything that is known of a person, for the person.
///
/// @param otherNames of records that were merged into this one
public record Disclosure(
        SubjectRequest request,
        PersonFile file,
        List<String> otherNames,
        List<Noted> personal,
        List<SubjectRequest> requests,
        List<DisclosedSection> further) {

    /// A personal value with its purpose and end.
    ///
    /// @param account name of the account for whose team it was noted
    public record Noted(
            String account,
            String field,
            String word,
            String purpose,
            String source,
            LocalDate observedOn,
            LocalDate expiresOn,
            String recordedBy,
            Instant recordedAt) {

        public String key() {
            return "personal.field." + field;
        }

        @Override
        public String toString() {
            return "Noted[" + field + "]";
        }
    }

    /// What goes into the file.
    record DisclosureJson(
            long number,
            String name,
            @Nullable String latinName,
            @Nullable String code,
            List<String> otherNames,
            List<ContactJson> contacts,
            List<DayJson> days,
            List<PositionJson> positions,
            List<Noted> personal,
            List<PersonFile.Event> history,
            List<SubjectRequest> requests,
            List<DisclosedSection> further) {

        static DisclosureJson of(Disclosure all) {
            var person = all.file().person();
            return new DisclosureJson(
                    person.id(),
                    person.name(),
                    person.latinName(),
                    person.code(),
                    all.otherNames(),
                    all.file().contacts().stream().map(ContactJson::of).toList(),
                    all.file().days().stream().map(DayJson::of).toList(),
                    all.file().positions().stream().map(PositionJson::of).toList(),
                    all.personal(),
                    all.file().events(),
                    all.requests(),
                    all.further());
        }
    }

    record ContactJson(String kind, String value, @Nullable String note) {

        static ContactJson of(Contact contact) {
            return new ContactJson(contact.kind().code(), contact.value(), contact.note());
        }
    }

    record DayJson(
            String kind, int month, int day, @Nullable String note) {

        static DayJson of(YearlyDay day) {
            return new DayJson(day.kind(), day.day().getMonthValue(), day.day().getDayOfMonth(), day.note());
        }
    }

    record PositionJson(
            String account,
            @Nullable String title,
            @Nullable String department,
            String function,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static PositionJson of(Position position) {
            return new PositionJson(
                    position.accountName(),
                    position.title(),
                    position.department(),
                    position.function(),
                    position.fromOn(),
                    position.untilOn());
        }
    }
}
