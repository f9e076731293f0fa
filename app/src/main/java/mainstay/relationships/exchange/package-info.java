/// Activities out of files: calendars, and tables with columns. Each file is tried out first.
@NullMarked
@NamedInterface("exchange")
package mainstay.relationships.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
