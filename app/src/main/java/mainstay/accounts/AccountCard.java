package mainstay.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An account as it stands today.
///
/// @param group       name of the controlling root; null where that is the account itself
/// @param managerId   user behind the manager's code; null for a placeholder or none
/// @param creditLimit in ten-thousandths; null: none set
public record AccountCard(
        long id,
        String code,
        String name,
        long groupId,
        @Nullable String groupCode,
        @Nullable String group,
        @Nullable String category,
        @Nullable String region,
        @Nullable String managerCode,
        @Nullable String manager,
        @Nullable Long managerId,
        @Nullable Long creditLimit,
        @Nullable Integer paymentTermDays,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    /// Address of the account's page.
    public static String pathOf(String code) {
        return "/accounts/" + AccountAddress.of(code);
    }

    public String path() {
        return pathOf(code);
    }

    public boolean isGrouped() {
        return groupCode != null;
    }
}
