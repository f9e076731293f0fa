/// What people decide about single accounts beside the model: stars set for a time, and who is looked after
/// as a key account. Both are asked for with a reason and approved by somebody else.
@NullMarked
@NamedInterface("decision")
package mainstay.rating.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
