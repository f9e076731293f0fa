package mainstay.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule that feeds Today: what the signed-in person should do now, and why.
public interface WorkSource {

    /// The gravest of each rule first.
    List<Work> work();

    /// How many entries are counted: a source that finds more gives this many and one.
    int COUNTED = 200;

    /// How many entries of one rule a list tells, the gravest first; that there are more is said.
    default int told() {
        return Integer.MAX_VALUE;
    }

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
    /// @param outside    how mails and calendars tell it, which others may read too; null: as it stands
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
            @Nullable LocalDate dueOn,
            @Nullable Telling outside) {

        /// Work that is done behind its link, on no certain day.
        public static Work of(
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
                    List.of(),
                    null,
                    null);
        }

        /// The same with what can be said to it at once.
        public Work answering(List<Answer> said) {
            return with(said, dueOn, outside);
        }

        /// The same with the day by which it has to be done.
        public Work due(LocalDate day) {
            return with(answers, day, outside);
        }

        /// The same with what mails and calendars say instead.
        public Work outside(Telling words) {
            return with(answers, dueOn, words);
        }

        /// As mails and calendars tell it.
        public Work told() {
            return outside == null
                    ? this
                    : of(
                                    rule,
                                    subject,
                                    outside.link() == null ? link : outside.link(),
                                    outside.titleKey(),
                                    outside.titleArguments(),
                                    outside.reasonKey(),
                                    outside.reasonArguments(),
                                    null,
                                    urgency,
                                    since)
                            .with(answers, dueOn, null);
        }

        private Work with(List<Answer> said, @Nullable LocalDate day, @Nullable Telling words) {
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
                    said,
                    day,
                    words);
        }
    }

    /// Other words for an entry.
    ///
    /// @param link where the address of the entry would tell too much; null for its own
    record Telling(
            String titleKey,
            List<Object> titleArguments,
            String reasonKey,
            List<Object> reasonArguments,
            @Nullable String link) {

        public Telling(String titleKey, List<Object> titleArguments, String reasonKey, List<Object> reasonArguments) {
            this(titleKey, titleArguments, reasonKey, reasonArguments, null);
        }

        /// Says nothing but that something waits.
        public static Telling nothingOf(String titleKey, String reasonKey) {
            return new Telling(titleKey, List.of(), reasonKey, List.of(), "/today");
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
