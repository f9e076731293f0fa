package mainstay.portfolio.value;

import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;

/// From the margin of the last twelve months to the one expected of the next: earned − unvalued − leaving −
/// fading + growing + fresh = expected. Money has four decimals.
///
/// @param earned   of all accounts in the last twelve months, losses taken off
/// @param unvalued of it with accounts whose future nothing can tell
/// @param leaving  of it that leaves: closed, gone already, or on the way
/// @param fading   lost where those who stay are expected to bring less than in the last twelve months
/// @param growing  won where they are expected to bring more
/// @param fresh    expected of accounts without a known margin in the last twelve months
/// @param steadyAccounts accounts that none of the steps counts: closed, or expected to bring just what they brought
/// @param leavers  how many of the `buyers` leave, as a sum of probabilities
/// @param buyers   accounts with a known margin in the last twelve months of which it is known how surely
/// they stay
/// @param losing   accounts that are expected to bring a loss
/// @param losses   of these, taken off from `expected`
public record MarginAhead(
        long earned,
        long unvalued,
        long leaving,
        long fading,
        long growing,
        long fresh,
        long expected,
        int unvaluedAccounts,
        int fadingAccounts,
        int growingAccounts,
        int freshAccounts,
        int steadyAccounts,
        double leavers,
        int buyers,
        int losing,
        long losses) {

    /// What stays, by the values, of a hundred accounts.
    public double retention() {
        return buyers == 0 ? 1 : 1 - leavers / buyers;
    }

    public Text finding() {
        return Text.of("value.ahead.finding", Shown.money(earned), Shown.money(expected));
    }
}
