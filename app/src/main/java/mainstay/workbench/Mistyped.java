package mainstay.workbench;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;

/// What somebody wrote at an entry, with what of it cannot be taken.
///
/// @param act      what was to be done with it
/// @param typed    by field
/// @param refusals by field, the first to be put right first
public record Mistyped(Act act, String rule, String subject, Map<String, String> typed, Map<String, Text> refusals) {

    /// What can be done with an entry that needs words.
    public enum Act {
        SNOOZE,
        HAND
    }

    static final String DAYS = "days";
    static final String REASON = "reason";

    static Mistyped snooze(String rule, String subject, String days, String reason) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (whole(days).isEmpty()) {
            refusals.put(DAYS, Text.of("today.badDays", TodayDesk.LONGEST_SNOOZE));
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > TodayDesk.LONGEST_REASON || !HarmlessText.is(why)) {
            refusals.put(REASON, Text.of("today.badReason", TodayDesk.LONGEST_REASON));
        }
        return of(Act.SNOOZE, rule, subject, Map.of(DAYS, days, REASON, reason), refusals);
    }

    static Mistyped hand(String rule, String subject, String to, String note, Handing.Refused refused) {
        return of(Act.HAND, rule, subject, Map.of("to", to, "note", note), Map.of(refused.field(), refused.why()));
    }

    private static Mistyped of(
            Act act, String rule, String subject, Map<String, String> typed, Map<String, Text> refusals) {
        Map<String, String> seen = new LinkedHashMap<>();
        typed.forEach((field, text) -> seen.put(field, HarmlessText.without(text)));
        return new Mistyped(act, rule, subject, seen, refusals);
    }

    /// As far as an entry can be put off.
    private static Optional<BigDecimal> whole(String days) {
        return Numeral.number(days)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number ->
                        number.signum() > 0 && number.compareTo(BigDecimal.valueOf(TodayDesk.LONGEST_SNOOZE)) <= 0);
    }

    int days() {
        return whole(typed.getOrDefault(DAYS, "")).orElseThrow().intValueExact();
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    public boolean isAbout(Work work) {
        return work.rule().equals(rule) && work.subject().equals(subject);
    }

    public boolean isAbout(Work work, Act wanted) {
        return act == wanted && isAbout(work);
    }
}
