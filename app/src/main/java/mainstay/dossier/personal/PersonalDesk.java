package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.dossier.personal.PersonalOutcome.Kept;
import mainstay.dossier.personal.PersonalOutcome.Overtaken;
import mainstay.dossier.personal.PersonalOutcome.Refused;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes what is personal, and takes it away again. A newer value deletes the one before; there is no history.
@Service
@Transactional
public class PersonalDesk {

    private final PersonalFields fields;
    private final PersonalFacts facts;
    private final Clock clock;

    PersonalDesk(PersonalFields fields, PersonalFacts facts, Clock clock) {
        this.fields = fields;
        this.facts = facts;
        this.clock = clock;
    }

    public PersonalOutcome record(AccountCard account, long person, String code, PersonalForm form) {
        PersonalField field = writable(account, person, code);
        if (!field.open()) {
            throw new Problem.Conflict("personal.closed");
        }
        Map<String, Text> refusals = form.refusals(field, LocalDate.now(clock));
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        facts.hold(account.id());
        if (!isSeen(account, person, code, form.of("seen"))) {
            return new Overtaken();
        }
        facts.put(account.id(), person, code, form.wish());
        return new Kept();
    }

    PersonalOutcome remove(AccountCard account, long person, String code, String seen) {
        writable(account, person, code);
        facts.hold(account.id());
        if (!isSeen(account, person, code, seen)) {
            return new Overtaken();
        }
        facts.remove(account.id(), person, code);
        return new Kept();
    }

    private boolean isSeen(AccountCard account, long person, String code, String seen) {
        Optional<PersonalFact> standing = facts.of(account.id(), person, code);
        return seen.strip()
                .equals(standing.map(fact -> String.valueOf(fact.id())).orElse(""));
    }

    private PersonalField writable(AccountCard account, long person, String code) {
        if (!facts.reach(account.id()).writes()) {
            throw new Problem.Forbidden("personal.mayNotWrite");
        }
        if (facts.people(account.id()).stream().noneMatch(one -> one.personId() == person)) {
            throw new Problem.NotFound("people.unknown", String.valueOf(person));
        }
        return fields.byCode(code).orElseThrow(() -> new Problem.NotFound("archive.unknownField", code));
    }
}
