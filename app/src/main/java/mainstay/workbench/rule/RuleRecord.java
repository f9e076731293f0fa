package mainstay.workbench.rule;

/// How often a rule has asked in some days, and what came of it.
///
/// @param asked    entries that it put before people
/// @param done     of them, said to be done
/// @param putOff   put off with a reason
/// @param handedOn given to somebody else
/// @param settled  gone without a word, because the facts changed
/// @param waiting  standing there still without an answer
public record RuleRecord(String rule, long asked, long done, long putOff, long handedOn, long settled, long waiting) {

    static RuleRecord none(String rule) {
        return new RuleRecord(rule, 0, 0, 0, 0, 0, 0);
    }

    /// Share of entries that somebody or the facts have dealt with, 0 to 1; unknown where it has not asked.
    public double dealtWith() {
        return asked == 0 ? Double.NaN : (asked - waiting) / (double) asked;
    }
}
