package mainstay.rating.finding;

import java.time.Instant;
import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// What a test found of an account in a quarter, and what a person said about it.
///
/// @param evidence   number of rows behind it
/// @param money      what it is about, in ten-thousandths
/// @param withdrawn  whether its rows are no longer in the ledger
/// @param verdict    null while nobody has judged
/// @param judgements verdicts given so far
public record Finding(
        long id,
        String test,
        long account,
        String code,
        String name,
        @Nullable String region,
        @Nullable String manager,
        LocalDate from,
        Strength strength,
        int evidence,
        long money,
        Figures figures,
        Instant foundAt,
        Instant changedAt,
        boolean withdrawn,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        int judgements) {

    public Quarter quarter() {
        return Quarter.of(from);
    }

    public String path() {
        return "/findings/" + id;
    }

    public String accountPath() {
        return AccountCard.pathOf(code);
    }

    public boolean isOpen() {
        return verdict == null && !withdrawn;
    }

    /// Message key of where it stands.
    public String stateKey() {
        return withdrawn ? "findings.state.withdrawn" : verdict == null ? "findings.state.open" : verdict.key();
    }

    public String strengthTone() {
        return strength == Strength.STRONG ? "tag-bad" : strength == Strength.LIKELY ? "tag-warn" : "tag-muted";
    }

    public String stateTone() {
        return withdrawn || verdict == null ? "tag-muted" : verdict == Verdict.CONFIRMED ? "tag-bad" : "tag-good";
    }

    public String testKey() {
        return "findings.test." + test;
    }
}
