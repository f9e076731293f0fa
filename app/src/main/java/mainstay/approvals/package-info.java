/// One engine for every yes or no: who decides by which rule, in which order, who stands in, how long it
/// waits and how long it is worked on. What a yes brings about belongs to the module that asked; it
/// contributes an [ApprovalKind].
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "activity"})
package mainstay.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
