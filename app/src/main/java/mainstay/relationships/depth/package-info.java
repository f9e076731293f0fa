/// How deep the contact with an account goes, from what was done in twelve months and not from what people think
/// of it: which functions meet, who carries it, who begins it, and what the next rung of the ladder asks for.
@NullMarked
@NamedInterface("depth")
package mainstay.relationships.depth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
