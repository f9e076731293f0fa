package mainstay.identity;

import java.time.Instant;

/// That the identity server of the firm knows a user, as whom, and since when.
public record ProviderTie(ProviderAccount account, Instant since) {}
