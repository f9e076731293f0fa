package mainstay.portfolio.profit;

import java.util.List;
import java.util.Locale;
import mainstay.analytics.profit.Stratum;
import mainstay.portfolio.Loss;
import mainstay.portfolio.Remedy;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What the whale board shows.
///
/// @param none    whether the reader may see no account with sales at all
/// @param peak    what the accounts with a profit earn, as a part of the total; null where there is none
/// @param erosion what those with a loss consume of it
/// @param counted which accounts or groups are counted
/// @param rebates whether any rebate is known
/// @param rebateNote whose rebates are not; null where all are known
/// @param losses  the largest first; at most as many as a page bears
/// @param losing  how many there are
/// @param strata  buying power against profit
/// @param strataNote from where on both are high
public record WhaleView(
        Chosen period,
        boolean firm,
        boolean group,
        boolean none,
        @Nullable Double peak,
        @Nullable Double erosion,
        int customers,
        Text counted,
        boolean rebates,
        @Nullable Text rebateNote,
        List<Door> doors,
        List<Verdict> losses,
        int losing,
        List<Sum> sums,
        List<Layer> strata,
        Text strataNote,
        String curves) {

    /// A loss with its verdict.
    ///
    /// @param fewDays on how many days it bought, where these are too few for its figures to be known well
    public record Verdict(
            Loss loss,
            Remedy remedy,
            Text sentence,
            @Nullable Integer fewDays) {}

    /// How often a verdict was found, and what following it would bring.
    public record Sum(Remedy remedy, int accounts, long effect) {}

    /// Accounts of one stratum together.
    public record Layer(Stratum stratum, int accounts, long revenue, long profit) {
        public String key() {
            return "profit.stratum." + stratum.name().toLowerCase(Locale.ROOT);
        }
    }

    /// Unknown where no ladder is in force.
    public @Nullable Long rebates(Loss loss) {
        return rebates ? loss.total().served().knownRebates() : null;
    }

    public boolean isEmpty() {
        return customers == 0;
    }

    /// What is counted: whole groups, or accounts.
    public String unit() {
        return group ? "groups" : "accounts";
    }

    public String at(boolean grouped) {
        return period.address().with("group", grouped).toString();
    }

    public String table() {
        return period.address().at("/profit/whale/table").toString();
    }
}
