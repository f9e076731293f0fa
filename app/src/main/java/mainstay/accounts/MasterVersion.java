package mainstay.accounts;

import java.util.EnumMap;
import java.util.Map;

/// What one file said about an account.
///
/// @param values of the fields that the file had; an empty text for none
record MasterVersion(long batch, boolean withdrawn, Map<AccountField, String> values) {

    /// What a file changes in what was known before.
    Map<AccountField, Change> changes(Map<AccountField, String> before) {
        Map<AccountField, Change> changes = new EnumMap<>(AccountField.class);
        values.forEach((field, to) -> {
            String from = before.getOrDefault(field, "");
            if (!from.equals(to)) {
                changes.put(field, new Change(from, to));
            }
        });
        return changes;
    }

    record Change(String from, String to) {}
}
