/// Work that plans ask for, who does it, what waits for what, and by which figure its effect will be judged.
@NullMarked
@NamedInterface("work")
package mainstay.planning.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
