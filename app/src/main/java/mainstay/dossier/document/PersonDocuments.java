package mainstay.dossier.document;

import java.util.List;
import mainstay.accounts.people.Person;
import mainstay.accounts.people.PersonSection;
import mainstay.dossier.document.Document.Version;
import mainstay.dossier.personal.DisclosedSection;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Leads from a person to the documents that tell of them, and names these to the person.
@Component
class PersonDocuments implements PersonSection, DisclosedSection.Source {

    private final DocumentDesk desk;

    PersonDocuments(DocumentDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Link> links(Person person) {
        return List.of(new Link(
                person.path() + "/" + DocumentPanels.DOCUMENTS,
                "document.title",
                Text.of("document.count", desk.ofPerson(person.id()).size())));
    }

    @Override
    public DisclosedSection of(long person) {
        return new DisclosedSection(
                "document.title",
                desk.ofPerson(person).stream()
                        .flatMap(document -> document.versions().stream())
                        .map(PersonDocuments::line)
                        .toList());
    }

    private static List<String> line(Version version) {
        return List.of(version.at().toString(), version.name(), version.kind().code(), version.by());
    }
}
