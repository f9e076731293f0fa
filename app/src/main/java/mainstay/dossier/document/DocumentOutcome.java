package mainstay.dossier.document;

import mainstay.shared.web.Text;

/// What became of a file that was sent.
sealed interface DocumentOutcome {

    record Filed(Document document) implements DocumentOutcome {}

    /// Nothing was kept.
    ///
    /// @param field of the form at which the reason stands
    record Refused(String field, Text reason) implements DocumentOutcome {}
}
