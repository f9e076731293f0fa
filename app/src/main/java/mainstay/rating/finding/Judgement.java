package mainstay.rating.finding;

import java.util.Map;

/// What became of a verdict that somebody wanted to give.
sealed interface Judgement {

    record Given(Finding finding) implements Judgement {}

    /// @param refusals message keys by field; nothing was kept
    record Refused(Map<String, String> refusals) implements Judgement {}

    /// Somebody else judged meanwhile, or the rows are gone; nothing was kept.
    record Overtaken(Finding now) implements Judgement {}
}
