package mainstay.rating.finding;

import java.util.List;
import mainstay.shared.web.Text;

/// A question to the ledger whose answers a person should judge. A bean of this type is one more test; its
/// texts are `findings.test.<code>` and `findings.about.<code>`, its thresholds a row of the table of
/// thresholds.
public interface FindingTest {

    String code();

    /// Its place among the others.
    int order();

    /// What it measured of all accounts, a quarter each; runs in a transaction that sees everything.
    List<Suspicion> look(Examined examined);

    /// What was found in one sentence.
    Text sentence(Figures figures);

    /// The rows behind a finding, the heaviest first, as far as the reader may see them.
    Evidence evidence(Subject subject);

    /// Whether the ratings count what is confirmed of it; else the verdict is only kept.
    default boolean counts() {
        return false;
    }

    /// Whether the measure is a share of a whole; else it counts how many times.
    default boolean isShare() {
        return true;
    }

    default String key() {
        return "findings.test." + code();
    }

    default String aboutKey() {
        return "findings.about." + code();
    }

    /// An account in a quarter.
    ///
    /// @param path of the account's page
    record Subject(long account, String path, Quarter quarter, Examined examined) {}
}
