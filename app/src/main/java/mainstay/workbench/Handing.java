package mainstay.workbench;

import mainstay.identity.User;
import mainstay.shared.web.Text;

/// What came of handing an entry on.
sealed interface Handing {

    record Given(User to) implements Handing {}

    /// No rule asks for it any more.
    record Gone() implements Handing {}

    /// @param field of the form that has to be put right
    record Refused(String field, Text why) implements Handing {}
}
