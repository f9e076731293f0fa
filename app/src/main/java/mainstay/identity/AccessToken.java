package mainstay.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A personal access token as its owner sees it again: without the token.
public record AccessToken(
        long id,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean expired) {}
