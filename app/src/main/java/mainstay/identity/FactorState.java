package mainstay.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether somebody has a second factor.
///
/// @param since null where there is none
public record FactorState(@Nullable Instant since, int codesLeft) {

    public boolean isOn() {
        return since != null;
    }
}
