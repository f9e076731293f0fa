/// Where the time of people goes: to customers or to ourselves, from activities and decisions, always beside the
/// part of the working hours that is on record; and who leads whom, which says who may know it.
@NullMarked
@NamedInterface("energy")
package mainstay.team.energy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
