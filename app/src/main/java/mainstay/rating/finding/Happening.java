package mainstay.rating.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry of the history of a finding.
///
/// @param kind   `found`, `changed`, `withdrawn`, `returned`, `judged`, or `freed`, where a verdict that
/// came with a merged account
///               left with it
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

    public boolean isJudgement() {
        return kind.equals("judged");
    }

    public String key() {
        return "findings.happening." + kind;
    }
}
