package mainstay.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule that feeds Today: what the signed-in person should do now, and why.
public interface WorkSource {

    List<Work> work();

    /// Stable names of the rules behind it; each entry bears one of them.
    Set<String> rules();

    /// Whether what it says is told within the application only, and never by mail.
    default boolean staysInside() {
        return false;
    }

    /// @param rule       stable name of the rule; with `subject` it makes the entry unique
    /// @param subject    what the entry is about, for instance an account's code
    /// @param link       where the work is done
    /// @param titleKey   message key of what to do
    /// @param reasonKey  message key of the reason in words
    /// @param money      what is at stake, in ten-thousandths of the firm's currency; unknown where null
    /// @param urgency    0 whenever, 1 this month, 2 this week, 3 today
    /// @param answers    what can be said to it at once, with one tap
    /// @param dueOn      the day by which it has to be done, or on which it takes place; null where there is none
    record Work(
            String rule,
            String subject,
            String link,
            String titleKey,
            List<Object> titleArguments,
            String reasonKey,
            List<Object> reasonArguments,
            @Nullable Long money,
            int urgency,
            @Nullable LocalDate since,
            List<Answer> answers,
            @Nullable LocalDate dueOn) {

        /// Work without a day.
        public Work(
                String rule,
                String subject,
                String link,
                String titleKey,
                List<Object> titleArguments,
                String reasonKey,
                List<Object> reasonArguments,
                @Nullable Long money,
                int urgency,
                @Nullable LocalDate since,
                List<Answer> answers) {
            this(
                    rule,
                    subject,
                    link,
                    titleKey,
                    titleArguments,
                    reasonKey,
                    reasonArguments,
                    money,
                    urgency,
                    since,
                    answers,
                    null);
        }

        /// Work that is done elsewhere.
        public Work(
                String rule,
                String subject,
                String link,
                String titleKey,
                List<Object> titleArguments,
                String reasonKey,
                List<Object> reasonArguments,
                @Nullable Long money,
                int urgency,
                @Nullable LocalDate since) {
            this(
                    rule,
                    subject,
                    link,
                    titleKey,
                    titleArguments,
                    reasonKey,
                    reasonArguments,
                    money,
                    urgency,
                    since,
                    List.of());
        }

        /// The same with the day by which it has to be done.
        public Work due(LocalDate day) {
            return new Work(
                    rule,
                    subject,
                    link,
                    titleKey,
                    titleArguments,
                    reasonKey,
                    reasonArguments,
                    money,
                    urgency,
                    since,
                    answers,
                    day);
        }
    }

    /// An answer that a button gives.
    ///
    /// @param labelKey message key of the button
    /// @param path     where it is sent to
    /// @param field    name of the one field
    /// @param value    and what it holds
    record Answer(String labelKey, String path, String field, String value) {}
}
