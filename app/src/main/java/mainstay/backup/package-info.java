/// Backups of everything the database holds, in one file, and the way back: taken beside the running server from one
/// snapshot, read back before they count, and restored into tables that the migrations have made. Nobody depends on
/// this module.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "postgres"})
package mainstay.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
