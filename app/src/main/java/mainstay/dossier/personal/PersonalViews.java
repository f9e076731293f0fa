package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens what is personal.
@Service
@Transactional(readOnly = true)
class PersonalViews {

    private final PersonalFields fields;
    private final PersonalFacts facts;
    private final Clock clock;

    PersonalViews(PersonalFields fields, PersonalFacts facts, Clock clock) {
        this.fields = fields;
        this.facts = facts;
        this.clock = clock;
    }

    /// What somebody wrote that was not taken.
    ///
    /// @param field code
    record Attempt(String field, PersonalForm form, Map<String, Text> refusals, boolean overtaken) {}

    List<PersonalPerson> people(AccountCard account) {
        demand(account);
        return facts.people(account.id());
    }

    PersonalView of(AccountCard account, long person, @Nullable Attempt attempt) {
        PersonalFacts.Reach reach = demand(account);
        PersonalPerson named = facts.people(account.id()).stream()
                .filter(one -> one.personId() == person)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("people.unknown", String.valueOf(person)));
        Map<String, PersonalFact> known = facts.of(account.id(), person).stream()
                .collect(Collectors.toMap(PersonalFact::field, Function.identity()));
        List<PersonalView.Line> lines = fields.all().stream()
                .filter(field -> field.open() || known.containsKey(field.code()))
                .map(field -> line(field, known.get(field.code()), attempt))
                .toList();
        return new PersonalView(account, named, lines, reach.writes(), LocalDate.now(clock));
    }

    private PersonalView.Line line(PersonalField field, @Nullable PersonalFact fact, @Nullable Attempt attempt) {
        if (attempt == null || !attempt.field().equals(field.code())) {
            return new PersonalView.Line(
                    field, fact, PersonalForm.of(field, fact, LocalDate.now(clock)), Map.of(), false);
        }
        PersonalForm form = attempt.overtaken() ? attempt.form().seeing(fact) : attempt.form();
        return new PersonalView.Line(field, fact, form, attempt.refusals(), attempt.overtaken());
    }

    private PersonalFacts.Reach demand(AccountCard account) {
        PersonalFacts.Reach reach = facts.reach(account.id());
        if (!reach.reads()) {
            throw new Problem.Forbidden("personal.notYours");
        }
        return reach;
    }
}
