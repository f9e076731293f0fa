/// The database server that comes with the application: unpacked, created, started and stopped by a small
/// launcher of our own, so that a newcomer needs nothing but a JDK. One data home holds one server; any number
/// of processes may share it, each with a lease, and the last one out stops it. Also the two roles the
/// application connects as, on this server or on one of the operator's.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package mainstay.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
