/// Plans of accounts: strategy, goals and risks, templates to start from, approval, editions and reviews.
@NullMarked
@NamedInterface("plan")
package mainstay.planning.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
