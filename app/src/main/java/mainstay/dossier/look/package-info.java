/// The read log of the archive: who saw what is confidential, sealed by a chain of hashes, with reports
/// of it and what has to be settled before somebody leaves.
@NullMarked
@NamedInterface("look")
package mainstay.dossier.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
