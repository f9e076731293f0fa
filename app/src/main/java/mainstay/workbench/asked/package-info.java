/// What the lists of all people held, looked at once a morning: by it rules are judged and teams are led.
@NullMarked
@NamedInterface("asked")
package mainstay.workbench.asked;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
