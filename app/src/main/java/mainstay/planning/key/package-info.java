/// The eight keys of each account: computed from what is kept anyway, each with what would turn it green.
@NullMarked
@NamedInterface("key")
package mainstay.planning.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
