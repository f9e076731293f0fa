package mainstay.analytics.rfm;

import java.util.List;
import java.util.stream.IntStream;

/// A customer's three scores among all customers, each from 1 (worst fifth) to 5 (best fifth).
///
/// Source: A. M. Hughes, "Strategic Database Marketing", 1994; ties as [Quintiles] has them.
///
/// @param recency score of the days since the last purchase, 5 for the fewest
/// @param frequency score of the number of purchases, 5 for the most
/// @param monetary score of the amount, 5 for the largest
public record RfmScore(int recency, int frequency, int monetary) {

    /// Checks the range of the scores.
    ///
    /// @throws IllegalArgumentException if a score is outside 1 to 5
    public RfmScore {
        for (var score : new int[] {recency, frequency, monetary}) {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("score " + score + " is outside 1 to 5");
            }
        }
    }

    /// The scores of customers against each other by [Quintiles].
    ///
    /// @param customers all customers of the comparison; adding one may change the scores of others
    /// @return one score per customer in the same order
    public static List<RfmScore> of(List<RfmValues> customers) {
        var recency = Quintiles.smallestBest(
                customers.stream().mapToDouble(RfmValues::daysSinceLastPurchase).toArray());
        var frequency = Quintiles.largestBest(
                customers.stream().mapToDouble(RfmValues::purchases).toArray());
        var monetary = Quintiles.largestBest(
                customers.stream().mapToDouble(RfmValues::amount).toArray());
        return IntStream.range(0, customers.size())
                .mapToObj(i -> new RfmScore(recency[i], frequency[i], monetary[i]))
                .toList();
    }

    /// The three digits in the order R, F, M: "555" is the best customer, "111" the worst.
    public String code() {
        return "" + recency + frequency + monetary;
    }
}
