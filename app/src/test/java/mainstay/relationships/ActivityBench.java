package mainstay.relationships;

import java.util.List;
import java.util.UUID;
import mainstay.activity.ActivityForm;
import mainstay.identity.User;
import mainstay.testing.Cast;
import org.springframework.boot.test.context.TestComponent;

/// Writes activities down as one of the cast.
@TestComponent
public class ActivityBench {

    private final ActivityDesk desk;
    private final Cast cast;

    ActivityBench(ActivityDesk desk, Cast cast) {
        this.desk = desk;
        this.cast = cast;
    }

    public static ActivityForm form(String account, String kind, String day, String minutes, String notes) {
        return new ActivityForm(
                account,
                kind,
                "",
                day,
                "",
                "",
                minutes,
                "",
                "",
                notes,
                List.of(),
                List.of(),
                List.of(),
                "",
                UUID.randomUUID().toString(),
                "");
    }

    public long add(User user, String account, String kind, String day, String minutes, String notes) {
        return kept(cast.as(user, () -> desk.add(form(account, kind, day, minutes, notes), "page")));
    }

    public static long kept(ActivityOutcome outcome) {
        if (outcome instanceof ActivityOutcome.Kept kept) {
            return kept.id();
        }
        throw new IllegalStateException(outcome.toString());
    }
}
