/// What accounts ask of us by their stars: how often plans are reviewed, how often we are in touch, what is known.
@NullMarked
@NamedInterface("standard")
package mainstay.planning.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
