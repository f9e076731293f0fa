/// Gifts and hospitality between colleagues and people of accounts: who gave whom what, when, worth how
/// much. For each person and calendar year there is a limit; what goes over it is asked for first.
@NullMarked
@NamedInterface("gift")
package mainstay.dossier.gift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
