/// Documents of accounts and their facts: what kind they are is told by their content, a scanner is asked
/// before they are kept, and each is read from its own level on. Nothing is removed without a trace.
@NullMarked
@NamedInterface("document")
package mainstay.dossier.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
