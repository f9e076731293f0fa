/// What changed of an account since its reader last looked: a strip above its panels that leads to the
/// timeline from there on.
@NullMarked
@NamedInterface("since")
package mainstay.dossier.since;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
