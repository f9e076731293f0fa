/// Who answers for an archive, and who borrows it. A custodian and a deputy are named for an account;
/// without them its manager answers, without a manager the directors do. Others borrow parts for some
/// days: what opens them, and when that ends, is decided by the database and its clock.
@NullMarked
@NamedInterface("custody")
package mainstay.dossier.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
