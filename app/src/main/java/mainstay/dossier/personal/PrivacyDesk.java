package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.people.PersonFile;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.PersonMergeDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people may ask for, and what is deleted without being asked for.
@Service
@Transactional
public class PrivacyDesk {

    private static final int MOST = 200;
    private static final int MOST_YEARS = 30;

    private final PrivacyBook book;
    private final PersonFiles files;
    private final PersonMergeDesk people;
    private final List<DisclosedSection.Source> sources;
    private final Clock clock;

    PrivacyDesk(
            PrivacyBook book,
            PersonFiles files,
            PersonMergeDesk people,
            List<DisclosedSection.Source> sources,
            Clock clock) {
        this.book = book;
        this.files = files;
        this.people = people;
        this.sources = sources;
        this.clock = clock;
    }

    /// How the firm stands.
    public record Report(
            int keepYears, List<LongGone> longGone, List<DeletedValues> deleted, List<SubjectRequest> requests) {}

    /// What became of a request.
    ///
    /// @param request  its number; 0 where it was refused
    /// @param refusals by name of the form's field
    public record Answer(long request, Map<String, Text> refusals) {}

    @Transactional(readOnly = true)
    public Report report() {
        int years = book.keepYears();
        return new Report(
                years,
                book.longGone(LocalDate.now(clock).minusYears(years), MOST),
                book.deleted(MOST),
                book.latest(MOST));
    }

    void keepYears(String years) {
        if (!years.matches("\\d{1,2}") || Integer.parseInt(years) < 1 || Integer.parseInt(years) > MOST_YEARS) {
            throw new Problem.Invalid("privacy.wrong.years", MOST_YEARS);
        }
        book.keepYears(Integer.parseInt(years));
    }

    /// Somebody asks to see what is known.
    public Answer ask(long person, PrivacyForm form) {
        PersonFile file = files.at(person);
        Map<String, Text> refusals = form.refusals(LocalDate.now(clock), false);
        return refusals.isEmpty()
                ? new Answer(book.open(file.person().id(), "see", form), Map.of())
                : new Answer(0, refusals);
    }

    /// Shown only after its transaction has ended, so that the look stands.
    public Disclosure disclosure(long person, long number) {
        SubjectRequest request = book.request(number)
                .filter(one -> one.personId() == person)
                .orElseThrow(() -> new Problem.NotFound("privacy.unknown", String.valueOf(number)));
        if (!book.isOpen(number)) {
            throw new Problem.Forbidden("privacy.over");
        }
        PersonFile file = files.at(person);
        return new Disclosure(
                request,
                file,
                files.otherNames(file.person().id()),
                book.disclose(number),
                book.requests(person),
                sources.stream().map(source -> source.of(person)).toList());
    }

    /// Erases a person for good.
    public Answer erase(long person, PrivacyForm form) {
        Map<String, Text> refusals = form.refusals(LocalDate.now(clock), true);
        if (!refusals.isEmpty()) {
            return new Answer(0, refusals);
        }
        long request = book.open(person, "erase", form);
        people.erase(person);
        return new Answer(request, Map.of());
    }

    List<SubjectRequest> requests(long person) {
        return book.requests(person);
    }

    /// Deletes what has run out; at night, or whenever it is asked for.
    ///
    /// @return how many values
    public long forgetExpired() {
        return book.forgetExpired();
    }
}
