/// How the firm changes its rating model: a draft is edited, tried on the accounts of today and of a year
/// ago, and published once a second person has approved it. Versions stay, because ratings refer to them.
@NullMarked
@NamedInterface("design")
package mainstay.rating.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
