package mainstay.dossier.gift;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.people.Person;
import mainstay.accounts.people.PersonSection;
import mainstay.dossier.personal.DisclosedSection;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Leads from a person to their gifts, and tells them to the person.
@Component
class GiftLinks implements PersonSection, DisclosedSection.Source {

    private final GiftDesk desk;

    GiftLinks(GiftDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Link> links(Person person) {
        return List.of(new Link(
                person.path() + "/gifts",
                "gift.titleShort",
                Text.of("gift.count", desk.of(person.id()).size())));
    }

    @Override
    public DisclosedSection of(long person) {
        return new DisclosedSection(
                "gift.titleShort", desk.of(person).stream().map(GiftLinks::line).toList());
    }

    private static List<String> line(Gift gift) {
        BigDecimal worth = new Money(gift.worth()).toDecimal();
        return List.of(
                gift.givenOn().toString(),
                gift.direction(),
                gift.kind(),
                worth.toPlainString(),
                gift.colleague(),
                Objects.requireNonNullElse(gift.accountName(), "#" + gift.accountId()),
                Objects.requireNonNullElse(gift.occasion(), ""),
                gift.state());
    }
}
