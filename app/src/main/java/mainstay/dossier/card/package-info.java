/// What matters of an account before somebody calls or visits it, on one page: on the screen, on a phone and
/// on paper. What it says is as confidential as the archive it comes from, and is logged like it.
@NullMarked
@NamedInterface("card")
package mainstay.dossier.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
