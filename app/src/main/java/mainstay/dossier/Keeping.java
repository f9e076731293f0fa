package mainstay.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who answers for an archive, and what its reader may do about that.
///
/// @param custodian full name; null where directors answer
/// @param named     false where it is the account's manager because nobody was named
/// @param until     the moment at which what the reader borrowed ends; null where nothing is borrowed
/// @param mayManage whether the reader names custodians or members
/// @param mayBorrow whether there is anything that the reader does not see anyway
public record Keeping(
        @Nullable String custodian,
        @Nullable String deputy,
        boolean named,
        @Nullable Instant until,
        boolean mayManage,
        boolean mayBorrow) {}
