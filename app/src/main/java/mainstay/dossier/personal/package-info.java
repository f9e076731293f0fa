/// What is personal of people: the least that may be known, for a stated purpose and until a day, read by an
/// account's own team alone. And what a person may ask for: to see all that is known of them, and to be erased.
@NullMarked
@NamedInterface("personal")
package mainstay.dossier.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
