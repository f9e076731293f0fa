/// The list of the day by mail, to who wants it.
@NullMarked
@NamedInterface("digest")
package mainstay.workbench.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
