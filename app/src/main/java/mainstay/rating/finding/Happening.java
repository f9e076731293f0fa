package mainstay.rating.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry of the history of a finding.
///
/// @param kind   `found`, `changed`, `withdrawn`, `returned`, `judged`; `shared` for the verdict on the like
///               of an account that was merged into this one, `freed` where that left again
/// @param author who judged; null for the others
public record Happening(
        Instant at,
        String kind,
        Strength strength,
        int evidence,
        long money,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable String author) {

    /// A verdict, given on this finding or on its like of an account that was merged into this one.
    public boolean isJudgement() {
        return kind.equals("judged") || kind.equals("shared");
    }

    public String key() {
        return "findings.happening." + kind;
    }
}
