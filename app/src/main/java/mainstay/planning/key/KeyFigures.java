package mainstay.planning.key;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the keys of an account are judged by, as far as the reader sees it.
///
/// @param stars         0 where there are none
/// @param money         sales of twelve months in ten-thousandths, of the head of a group those of the group
/// @param level         how much of the account the reader sees
/// @param askedWeight   of the fields of the archive that are asked and that the reader sees
/// @param rivalsSeen    null where the archive does not ask about competitors
/// @param competition   whether the plan says how we stand against competitors; null without a plan
/// @param planState     of the plan that runs, else of the next one; null without
/// @param reviewedOn    when that plan was looked at last, else its first day
/// @param judged        pieces of work that were due in the last half year, or done early in it
/// @param works         pieces of work that were ever planned
/// @param contactOn     when somebody of us was last in touch
/// @param contactDays   how many days there may be between two contacts
record KeyFigures(
        long accountId,
        String code,
        String name,
        @Nullable String managerName,
        int stars,
        @Nullable Long money,
        int level,
        @Nullable Long revenue,
        @Nullable Long knownRevenue,
        @Nullable Long profit,
        int askedWeight,
        int hiddenWeight,
        int filledWeight,
        int freshWeight,
        int missing,
        int old,
        @Nullable Boolean rivalsSeen,
        boolean rivalsKnown,
        @Nullable LocalDate rivalsOldOn,
        int people,
        @Nullable Long planId,
        @Nullable String planState,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable Boolean competition,
        @Nullable LocalDate reviewedOn,
        int goals,
        int measured,
        int shared,
        int toDo,
        int overdue,
        @Nullable LocalDate overdueSince,
        int judged,
        int inTime,
        int works,
        int needs,
        int unanswered,
        @Nullable LocalDate unansweredSince,
        @Nullable LocalDate contactOn,
        @Nullable LocalDate plannedOn,
        int contactDays,
        int leastPeople,
        int leastArchive,
        int leastMargin,
        int reviewDays) {}
