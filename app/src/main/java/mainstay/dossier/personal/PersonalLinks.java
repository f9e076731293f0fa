package mainstay.dossier.personal;

import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.people.Person;
import mainstay.accounts.people.PersonSection;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Leads from a person to what is personal, and to what the person may ask for.
@Component
class PersonalLinks implements PersonSection {

    private final PersonalFacts facts;

    PersonalLinks(PersonalFacts facts) {
        this.facts = facts;
    }

    @Override
    public List<Link> links(Person person) {
        List<Link> links = new ArrayList<>();
        if (!person.isErased()) {
            facts.accountsOf(person.id())
                    .forEach(code -> links.add(new Link(
                            AccountCard.pathOf(code) + "/archive/personal/" + person.id(),
                            "personal.title",
                            Text.of("personal.ofAccount", code))));
        }
        if (Acting.actor().is(Role.DIRECTOR)) {
            links.add(new Link(person.path() + "/privacy", "privacy.ofPerson", Text.of("privacy.ofPersonSaid")));
        }
        return links;
    }
}
