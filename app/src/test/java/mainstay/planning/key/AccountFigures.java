package mainstay.planning.key;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of an account at which everything is as it should be, until a test says otherwise.
final class AccountFigures {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    int level = 3;

    @Nullable
    Long revenue = 1_000L;

    Long knownRevenue = 900L;
    Long profit = 180L;
    int asked = 10;
    int hidden;
    int filled = 10;
    int fresh = 10;

    @Nullable
    Boolean rivalsSeen = true;

    boolean rivalsKnown = true;

    @Nullable
    LocalDate rivalsOldOn = TODAY.plusDays(30);

    int people = 3;

    @Nullable
    Long plan = 7L;

    String planState = "approved";
    LocalDate periodFrom = LocalDate.of(2026, 1, 1);
    boolean competition = true;
    LocalDate reviewedOn = TODAY.minusDays(30);
    int goals = 2;
    int measured = 2;
    int shared = 1;
    int toDo = 1;

    @Nullable
    LocalDate overdueSince;

    int judged = 5;
    int inTime = 5;
    int works = 6;
    int needs = 1;

    @Nullable
    LocalDate unansweredSince;

    @Nullable
    LocalDate contactOn = TODAY.minusDays(5);

    @Nullable
    LocalDate plannedOn;

    List<KeyMark> judge() {
        return KeyRules.judge(
                new KeyFigures(
                        1,
                        "A 1",
                        "Account",
                        null,
                        3,
                        revenue,
                        level,
                        revenue,
                        revenue == null ? null : knownRevenue,
                        profit,
                        asked,
                        hidden,
                        filled,
                        fresh,
                        asked - filled,
                        filled - fresh,
                        rivalsSeen,
                        rivalsKnown,
                        rivalsOldOn,
                        people,
                        plan,
                        plan == null ? null : planState,
                        plan == null ? null : periodFrom,
                        plan == null ? null : LocalDate.of(2027, 12, 31),
                        plan == null ? null : competition,
                        plan == null ? null : reviewedOn,
                        goals,
                        measured,
                        shared,
                        toDo,
                        overdueSince == null ? 0 : 1,
                        overdueSince,
                        judged,
                        inTime,
                        works,
                        needs,
                        unansweredSince == null ? 0 : 1,
                        unansweredSince,
                        contactOn,
                        plannedOn,
                        30,
                        3,
                        70,
                        5,
                        91),
                TODAY);
    }

    KeyMark at(Key key) {
        return judge().stream().filter(mark -> mark.key() == key).findFirst().orElseThrow();
    }

    Mark mark(Key key) {
        return at(key).mark();
    }
}
