/// The timeline: an append-only record of who did what, when, to which account. Every module writes to it;
/// nobody edits it. And the activities: visits, calls and meetings with their hours, for an account or inside
/// the firm, known by numbers alone; modules above know the names to them.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package mainstay.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
