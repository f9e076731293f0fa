/// Members of account teams with their say and their part of the working time, what they get for it, what
/// account managers know, can and want, and when somebody of a team is away.
@NullMarked
@NamedInterface("member")
package mainstay.team.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
