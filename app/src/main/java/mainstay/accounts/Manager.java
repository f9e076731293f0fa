package mainstay.accounts;

import org.jspecify.annotations.Nullable;

/// A manager's code as files use it.
///
/// @param userId the user behind it; null for a placeholder
record Manager(String code, String name, @Nullable Long userId, int accounts) {}
