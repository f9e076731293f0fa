/// Today: what each person should do now, and why, gathered from the rules of all modules. An entry lives in
/// its rule; this module only remembers what a person said about it. Nobody depends on this module.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "activity",
            "accounts",
            "ledger",
            "portfolio",
            "portfolio::period",
            "rating"
        })
package mainstay.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
