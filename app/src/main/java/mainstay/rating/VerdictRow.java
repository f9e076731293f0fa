package mainstay.rating;

import java.time.LocalDate;
import mainstay.rating.key.KeyVerdict;
import org.jspecify.annotations.Nullable;

/// A verdict of the key-account rule as it is kept.
///
/// @param region empty over all sales
record VerdictRow(
        String scope,
        String region,
        long accountId,
        LocalDate asOf,
        String status,
        String shareLeg,
        String creditLeg,
        String philosophyLeg,
        int rank,
        @Nullable Double share,
        @Nullable Double cumulative,
        long revenue,
        @Nullable Long expected,
        @Nullable Double paymentHealth,
        @Nullable Double philosophy) {

    static VerdictRow of(Occasion occasion, String region, KeyVerdict verdict) {
        return new VerdictRow(
                occasion.scope(),
                region,
                verdict.account(),
                occasion.asOf(),
                verdict.status().code(),
                verdict.share().code(),
                verdict.credit().code(),
                verdict.philosophy().code(),
                verdict.rank(),
                verdict.shareOfSales(),
                verdict.cumulative(),
                verdict.candidate().revenue(),
                verdict.candidate().expected(),
                verdict.candidate().paymentHealth(),
                verdict.candidate().philosophy());
    }
}
