package mainstay.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key on a device, as its owner sees it.
public record Passkey(
        long id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
