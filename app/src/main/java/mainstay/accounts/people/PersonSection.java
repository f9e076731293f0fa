package mainstay.accounts.people;

import java.util.List;
import mainstay.shared.web.Text;

/// What another module keeps of people, reached from their page.
public interface PersonSection {

    /// @param said what is told at the link, for instance how much there is
    record Link(String path, String labelKey, Text said) {}

    /// Only what the reader may open.
    List<Link> links(Person person);
}
