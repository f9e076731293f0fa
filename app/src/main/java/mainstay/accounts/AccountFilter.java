package mainstay.accounts;

import org.jspecify.annotations.Nullable;

/// Which accounts a list shows; an empty text filters nothing.
///
/// @param manager code of a manager, or [#NOBODY]
public record AccountFilter(String search, String region, String category, String manager, Status status) {

    /// Accounts that nobody looks after.
    public static final String NOBODY = "none";

    /// Whether an account is still served.
    public enum Status {
        OPEN,
        CLOSED,
        ALL;

        static Status of(String word) {
            return switch (word) {
                case "closed" -> CLOSED;
                case "all" -> ALL;
                default -> OPEN;
            };
        }

        public String word() {
            return switch (this) {
                case OPEN -> "open";
                case CLOSED -> "closed";
                case ALL -> "all";
            };
        }
    }

    static AccountFilter of(
            @Nullable String search,
            @Nullable String region,
            @Nullable String category,
            @Nullable String manager,
            @Nullable String status) {
        return new AccountFilter(text(search), text(region), text(category), text(manager), Status.of(text(status)));
    }

    public boolean isEmpty() {
        return (search + region + category + manager).isEmpty() && status == Status.OPEN;
    }

    public boolean isWithoutManager() {
        return manager.equals(NOBODY);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
