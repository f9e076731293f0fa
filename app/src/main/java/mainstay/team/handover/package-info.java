/// All that somebody has passes to others at once, or nothing does, with a protocol of every single thing.
@NullMarked
@NamedInterface("handover")
package mainstay.team.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
