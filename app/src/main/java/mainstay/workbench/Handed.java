package mainstay.workbench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry that somebody gave to a colleague.
///
/// @param link    where the work is done
/// @param account its account as the reader may see it; null where it is about none, or about one that is hidden
/// @param by      full name of who gave it
/// @param to      full name of who has it
/// @param done    whether that person has done it
public record Handed(
        long id,
        String rule,
        String subject,
        String link,
        @Nullable String account,
        long fromUser,
        String by,
        String to,
        @Nullable String note,
        Instant at,
        boolean done) {}
