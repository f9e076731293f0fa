package mainstay.rating.design;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What a draft would do.
///
/// @param asOf      day of the figures
/// @param against   version of the model that was in force
/// @param accounts  how many are rated
/// @param moves     how many would go from which stars to which; 0 stands for hollow ones
/// @param released  how many of those that would move the model in force would move as well, but that it holds
///                  back by its margin; a new version begins without holding any back
/// @param strongest the accounts that would gain or lose stars, the largest first
/// @param shut      gates that nobody passes whose figure is known
/// @param effects   what it would change in the measures that follow from stars
/// @param lookBack  whether it would have found this year's key accounts; null where the ledger is too young
public record TrialResult(
        LocalDate asOf,
        int against,
        int accounts,
        List<Count> moves,
        int released,
        List<Mover> strongest,
        List<Shut> shut,
        List<Text> effects,
        @Nullable LookBack lookBack) {

    public record Count(int from, int to, int accounts) {}

    public record Mover(String code, String name, int from, int to, double scoreFrom, double scoreTo, long revenue) {

        public boolean isUp() {
            return to > from;
        }
    }

    /// @param subject `group:finance` or the code of an assessed criterion
    public record Shut(int stars, String subject, double minimum) {}

    /// On the figures of a year before, compared with who is a key account today.
    ///
    /// @param today  key accounts of today, provisional and appointed ones included
    /// @param byRule those that the key-account rule would have named with the draft's ratings
    /// @param byStars those that the draft would have given its highest stars
    public record LookBack(LocalDate asOf, int today, Found byRule, Found byStars) {}

    /// @param named    how many it would have named
    /// @param hits     how many of these are key accounts today
    /// @param misses   key accounts of today that it would not have named, the largest first
    public record Found(int named, int hits, List<String> misses) {

        /// Hits among those named; unknown where none was.
        public @Nullable Double precision() {
            return named == 0 ? null : (double) hits / named;
        }

        /// Hits among those there are; unknown where there are none.
        public @Nullable Double recall(int today) {
            return today == 0 ? null : (double) hits / today;
        }
    }

    public int movers() {
        return moves.stream()
                .filter(count -> count.from() != count.to())
                .mapToInt(Count::accounts)
                .sum();
    }

    public int at(int from, int to) {
        return moves.stream()
                .filter(count -> count.from() == from && count.to() == to)
                .mapToInt(Count::accounts)
                .sum();
    }
}
