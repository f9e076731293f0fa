/// What work changed: the figures of its window against the account's own trend and comparable accounts.
@NullMarked
@NamedInterface("effect")
package mainstay.planning.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
