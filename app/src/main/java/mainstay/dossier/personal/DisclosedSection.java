package mainstay.dossier.personal;

import java.util.List;

/// What somebody else keeps of a person, as lines of words.
///
/// @param labelKey message key of its heading
public record DisclosedSection(String labelKey, List<List<String>> lines) {

    /// Contributed by whoever keeps anything of people.
    public interface Source {

        DisclosedSection of(long person);
    }
}
