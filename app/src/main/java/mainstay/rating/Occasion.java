package mainstay.rating;

import java.time.LocalDate;
import mainstay.portfolio.Standing;

/// Which day is rated, over what, with which knowledge.
///
/// @param knownUntil the day up to which marks count: later than `asOf` where the ledger lags behind the
/// calendar
record Occasion(boolean group, LocalDate asOf, LocalDate knownUntil, long revision, int modelVersion) {

    String scope() {
        return group ? Standing.GROUP : Standing.ACCOUNT;
    }

    Occasion ofGroups() {
        return new Occasion(true, asOf, knownUntil, revision, modelVersion);
    }

    Occasion at(LocalDate day) {
        return new Occasion(group, day, day, revision, modelVersion);
    }
}
