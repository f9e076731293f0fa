package mainstay.rating;

import java.time.LocalDate;
import java.util.List;
import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import org.jspecify.annotations.Nullable;

/// An account under the key-account rule, with the numbers that its sentence says. Money has four decimals.
///
/// @param group name of the root of its group, null where it stands alone
/// @param stars null where they are hollow
/// @param keyInRegions regions in which it is a key account, provisionally or not
/// @param region       within which all this is said; empty over all sales
/// @param appointedOn since when the firm looks after it as a key account by decision; null where it does
///   not
public record KeyAccount(
        String code,
        String name,
        @Nullable String group,
        @Nullable String manager,
        KeyStatus status,
        Leg share,
        Leg credit,
        Leg philosophy,
        int rank,
        @Nullable Double shareOfSales,
        long revenue,
        @Nullable Long expected,
        @Nullable Double paymentHealth,
        @Nullable Double mark,
        @Nullable Integer stars,
        @Nullable Double score,
        @Nullable Double coverage,
        List<String> keyInRegions,
        String region,
        @Nullable LocalDate appointedOn) {

    public List<String> openLegs() {
        return List.of("share", "credit", "philosophy").stream()
                .filter(leg -> leg(leg) == Leg.OPEN)
                .toList();
    }

    public String statusCode() {
        return status.code();
    }

    Leg leg(String name) {
        return switch (name) {
            case "share" -> share;
            case "credit" -> credit;
            default -> philosophy;
        };
    }
}
