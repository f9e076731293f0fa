package mainstay.accounts.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PersonOutcome.Alike;
import mainstay.accounts.people.PersonOutcome.Kept;
import mainstay.accounts.people.PersonOutcome.Overtaken;
import mainstay.accounts.people.PersonOutcome.Refused;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Writes down who works at accounts. What is sent twice counts once; whoever saw something else than what stands
/// by now is shown it first.
@Service
@Transactional
public class PersonDesk {

    private final People people;
    private final Positions positions;
    private final Twins twins;
    private final Accounts accounts;
    private final Clock clock;

    PersonDesk(People people, Positions positions, Twins twins, Accounts accounts, Clock clock) {
        this.people = people;
        this.positions = positions;
        this.twins = twins;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// A person whom nobody knew yet, in a position at an account.
    public PersonOutcome add(AccountCard account, PersonForm form, PositionForm position) {
        demand(account);
        UUID submission = form.submissionOrNew();
        Optional<Long> sent = people.bySubmission(submission);
        if (sent.isPresent()) {
            return new Kept(sent.get());
        }
        Map<String, Text> refusals = new LinkedHashMap<>(form.refusals());
        refusals.putAll(position.refusals(today()));
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        PersonForm.Wish wish = form.wish();
        List<PersonOutcome.Twin> alike = form.of("anyway").isEmpty() ? twins.of(wish, null) : List.of();
        if (!alike.isEmpty()) {
            return new Alike(alike);
        }
        Optional<Long> added = people.add(wish, submission, clock.instant());
        if (added.isEmpty()) {
            return people.bySubmission(submission).<PersonOutcome>map(Kept::new).orElseGet(() -> taken(wish.code()));
        }
        long person = added.get();
        positions.add(person, account.id(), position.wish(), UUID.randomUUID(), clock.instant());
        people.reach(person, wish.contacts());
        people.remember(person, wish.days());
        people.index(person, PersonKeys.of(wish, List.of()));
        return new Kept(person);
    }

    public PersonOutcome change(long id, PersonForm form) {
        Person person = writable(people.held(id).or(() -> people.byId(id)), id);
        if (!form.of("seen").equals(String.valueOf(person.revision()))) {
            return new Overtaken();
        }
        Map<String, Text> refusals = form.refusals();
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        PersonForm.Wish wish = form.wish();
        if (wish.code() != null && !wish.code().equals(person.code()) && people.isTaken(wish.code())) {
            return taken(wish.code());
        }
        List<String> changed = changed(person, wish);
        if (!changed.isEmpty()) {
            people.change(id, wish, clock.instant());
            people.reach(id, wish.contacts());
            people.remember(id, wish.days());
            people.index(id, PersonKeys.of(wish, twins.formerNames(id)));
            people.tell(id, "changed", changed, clock.instant());
        }
        return new Kept(id);
    }

    private List<String> changed(Person person, PersonForm.Wish wish) {
        List<String> changed = new ArrayList<>();
        if (!person.name().equals(wish.name())) {
            changed.add("name");
        }
        if (!Objects.equals(person.latinName(), wish.latinName())) {
            changed.add("latinName");
        }
        if (!Objects.equals(person.code(), wish.code())) {
            changed.add("ownCode");
        }
        if (!people.contacts(person.id()).equals(wish.contacts())) {
            changed.add("contacts");
        }
        if (!people.days(person.id()).equals(wish.days())) {
            changed.add("dates");
        }
        return changed;
    }

    /// One more position of somebody who is known already.
    ///
    /// @param account null where the form names it
    public PersonOutcome place(long person, @Nullable AccountCard account, PositionForm form) {
        writable(people.byId(person), person);
        UUID request = PersonForm.parsed(form.of("request")).orElseGet(UUID::randomUUID);
        Optional<Long> sent = positions.personOf(request);
        if (sent.isPresent()) {
            return new Kept(sent.get());
        }
        Map<String, Text> refusals = new LinkedHashMap<>();
        Optional<AccountCard> meant = account == null ? named(form, refusals) : Optional.of(account);
        refusals.putAll(form.refusals(today()));
        if (!refusals.isEmpty() || meant.isEmpty()) {
            return new Refused(refusals);
        }
        demand(meant.get());
        positions.add(person, meant.get().id(), form.wish(), request, clock.instant());
        return new Kept(person);
    }

    public PersonOutcome changePosition(long id, PositionForm form) {
        Position position = heldPosition(id);
        if (!form.of("revision").equals(String.valueOf(position.revision()))) {
            return new Overtaken();
        }
        Map<String, Text> refusals = form.refusals(today());
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        positions.change(id, form.wish(), clock.instant());
        return new Kept(position.personId());
    }

    /// @param last the last day
    public PersonOutcome end(long id, String last) {
        Position position = heldPosition(id);
        Optional<Text> refusal = refusal(position, last);
        if (refusal.isPresent()) {
            return new Refused(Map.of("last", refusal.get()));
        }
        positions.end(id, Objects.requireNonNull(PositionForm.day(last)), clock.instant());
        return new Kept(position.personId());
    }

    /// Ends one position, and begins another one elsewhere, at once.
    public PersonOutcome move(long id, String last, PositionForm to) {
        Optional<Long> sent = PersonForm.parsed(to.of("request")).flatMap(positions::personOf);
        if (sent.isPresent()) {
            return new Kept(sent.get());
        }
        Position position = heldPosition(id);
        Optional<Text> refusal = refusal(position, last);
        if (refusal.isPresent()) {
            return new Refused(Map.of("last", refusal.get()));
        }
        positions.end(id, Objects.requireNonNull(PositionForm.day(last)), clock.instant());
        PersonOutcome placed = place(position.personId(), null, to);
        if (!(placed instanceof Kept)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return placed;
    }

    private Optional<Text> refusal(Position position, String last) {
        LocalDate day = PositionForm.day(last.strip());
        if (day == null || day.isAfter(today().plusYears(1))) {
            return Optional.of(Text.of("people.wrong.last"));
        }
        LocalDate from = position.fromOn();
        return from != null && day.isBefore(from) ? Optional.of(Text.of("people.wrong.order")) : Optional.empty();
    }

    private Position heldPosition(long id) {
        Position position = positions
                .held(id)
                .orElseThrow(() -> new Problem.NotFound("people.unknownPosition", String.valueOf(id)));
        writable(people.byId(position.personId()), position.personId());
        return position;
    }

    private Optional<AccountCard> named(PositionForm form, Map<String, Text> refusals) {
        String code = form.of("account");
        Optional<AccountCard> found = code.isEmpty() ? Optional.empty() : accounts.byCode(code);
        if (found.isEmpty() || !positions.isOpen(found.get().id())) {
            refusals.put("account", Text.of(code.isEmpty() ? "people.wrong.noAccount" : "people.wrong.account", code));
            return Optional.empty();
        }
        return found;
    }

    private static Person writable(Optional<Person> found, long id) {
        Person person = found.orElseThrow(() -> new Problem.NotFound("people.unknown", String.valueOf(id)));
        if (person.isErased()) {
            throw new Problem.Conflict("people.isErased");
        }
        if (person.mergedIntoId() != null) {
            throw new Problem.Conflict("people.isMerged");
        }
        return person;
    }

    private void demand(AccountCard account) {
        if (!positions.isOpen(account.id())) {
            throw new Problem.Forbidden("people.mayNotWrite");
        }
    }

    private static Refused taken(@Nullable String code) {
        return new Refused(Map.of("ownCode", Text.of("people.wrong.taken", Objects.requireNonNullElse(code, ""))));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
