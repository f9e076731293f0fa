/// Templates that plans begin with: those that Mainstay brings along, changed as the firm wants them, and its own.
@NullMarked
@NamedInterface("playbook")
package mainstay.planning.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
