package mainstay.dossier.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PersonFile;
import mainstay.accounts.people.PersonFiles;
import mainstay.identity.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The documents that tell of a person, whichever account they are kept with.
@Controller
@Allowed.Everyone
class PersonDocumentController {

    private final PersonFiles people;
    private final Accounts accounts;
    private final DocumentDesk desk;

    PersonDocumentController(PersonFiles people, Accounts accounts, DocumentDesk desk) {
        this.people = people;
        this.accounts = accounts;
        this.desk = desk;
    }

    @GetMapping("/people/{id:\\d+}/" + DocumentPanels.DOCUMENTS)
    ModelAndView documents(@PathVariable long id) {
        PersonFile file = people.at(id);
        List<Document> documents = desk.ofPerson(file.person().id());
        Map<Long, AccountCard> keptWith = new HashMap<>();
        for (Document document : documents) {
            keptWith.computeIfAbsent(
                    document.accountId(), account -> accounts.byId(account).orElse(null));
        }
        keptWith.values().removeIf(Objects::isNull);
        return new ModelAndView("dossier/person-documents")
                .addObject("file", file)
                .addObject("documents", documents)
                .addObject("accounts", keptWith);
    }
}
