package mainstay.accounts;

import org.jspecify.annotations.Nullable;

/// A column as the list shows it, whoever fills it.
///
/// @param isNumber    set to the right; the first click on its head puts the largest first
/// @param isMoney     in the firm's currency
/// @param isSecondary left out on a narrow screen
/// @param unknownKey  what a dash in it means
/// @param absentKey   what a blank in it means, where it leaves what is missing blank; null: it sets a dash
public record ListColumn(
        String key,
        String labelKey,
        boolean isNumber,
        boolean isMoney,
        boolean isSecondary,
        boolean isSortable,
        String unknownKey,
        @Nullable String absentKey) {

    static ListColumn of(OwnColumn column) {
        return new ListColumn(
                column.key(),
                column.labelKey(),
                column.isNumber(),
                column == OwnColumn.CREDIT_LIMIT,
                true,
                AccountSort.of(column.key()).isPresent(),
                column.absentKey(),
                column.isBlankWhereAbsent() ? column.absentKey() : null);
    }

    static ListColumn of(AccountColumn column) {
        return new ListColumn(
                column.key(),
                column.labelKey(),
                true,
                column.isMoney(),
                column.isSecondary(),
                column.ordering() != null,
                "accounts.unknown",
                column.absentKey());
    }

    ListColumn secondary(boolean secondary) {
        return new ListColumn(key, labelKey, isNumber, isMoney, secondary, isSortable, unknownKey, absentKey);
    }
}
