package mainstay.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// By what somebody comes in beside the password.
///
/// @param tie null where the identity server of the firm does not know them
public record Keys(
        FactorState factor,
        List<Passkey> passkeys,
        @Nullable ProviderTie tie) {}
