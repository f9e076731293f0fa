/// The timeline: an append-only record of who did what, when, to which account. Every module writes to it; nobody
/// edits it.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package mainstay.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
