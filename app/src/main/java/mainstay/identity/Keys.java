package mainstay.identity;

import java.util.List;

/// By what somebody comes in beside the password.
///
/// @param bound whether the identity server of the firm knows them
public record Keys(FactorState factor, List<Passkey> passkeys, boolean bound) {}
