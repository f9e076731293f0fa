package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of an account file as it was read.
///
/// @param line        line in the file, for problems
/// @param creditLimit in ten-thousandths; null: none set
/// @param parent      code of the parent account; the account's own code says, as an empty one does, that
/// there is none
/// @param holding     the parent's holding in percent; null: unknown
/// @param parentFrom  since when the parent holds; null: as long as anybody knows
public record AccountMaster(
        long line,
        String code,
        @Nullable String name,
        @Nullable String category,
        @Nullable String region,
        @Nullable String managerCode,
        @Nullable String managerName,
        @Nullable Long creditLimit,
        @Nullable Integer paymentTermDays,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String parent,
        @Nullable BigDecimal holding,
        @Nullable LocalDate parentFrom) {

    public AccountMaster {
        code = code.strip();
        if (code.isEmpty()) {
            throw new IllegalArgumentException("an account has a code");
        }
        name = textOrNull(name);
        category = textOrNull(category);
        region = textOrNull(region);
        managerCode = textOrNull(managerCode);
        managerName = textOrNull(managerName);
        parent = textOrNull(parent);
        parent = code.equals(parent) ? null : parent;
    }

    public static AccountMaster named(long line, String code, @Nullable String name) {
        return new AccountMaster(line, code, name, null, null, null, null, null, null, null, null, null, null, null);
    }

    public AccountMaster lookedAfterBy(@Nullable String managerCode, @Nullable String managerName) {
        return new AccountMaster(
                line,
                code,
                name,
                category,
                region,
                managerCode,
                managerName,
                creditLimit,
                paymentTermDays,
                openedOn,
                closedOn,
                parent,
                holding,
                parentFrom);
    }

    public AccountMaster under(@Nullable String parent, @Nullable BigDecimal holding, @Nullable LocalDate from) {
        return new AccountMaster(
                line,
                code,
                name,
                category,
                region,
                managerCode,
                managerName,
                creditLimit,
                paymentTermDays,
                openedOn,
                closedOn,
                parent,
                holding,
                from);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
