/// The rules of Today as the firm wants them: switched off, heard from an amount on, and how often each was acted on.
@NullMarked
@NamedInterface("rule")
package mainstay.workbench.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
