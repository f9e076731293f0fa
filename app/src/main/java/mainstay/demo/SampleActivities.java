package mainstay.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.activity.ActivityForm;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.relationships.ActivityDesk;
import mainstay.relationships.ActivityOutcome;
import org.springframework.stereotype.Component;

/// A year of visits, calls and meetings with the sample's key accounts, and of talks among its people. All of it is
/// invented, and says so.
@Component
class SampleActivities {

    private static final List<String> KEY_ACCOUNTS =
            List.of("401", "1", "981", "944", "816", "874", "881", "906", "965", "996");
    private static final int WEEKS_BACK = 52;
    private static final int WEEKS_AHEAD = 4;
    private static final int DIARY_WEEKS = 12;
    private static final int TOGETHER = 4;

    /// Who wanted what was done; nobody says so of every fourth.
    private static final List<String> BEGUN_BY = List.of("us", "them", "us", "");

    private final Accounts accounts;
    private final PersonFiles people;
    private final ActivityDesk desk;
    private final UserDesk users;
    private final Clock clock;

    SampleActivities(Accounts accounts, PersonFiles people, ActivityDesk desk, UserDesk users, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.desk = desk;
        this.users = users;
        this.clock = clock;
    }

    /// What was done, for how many minutes, and how long one is on the way.
    private record Deed(String kind, int minutes, int travel, String words) {}

    private static final List<Deed> WITH_CUSTOMERS = List.of(
            new Deed("call", 15, 0, "asked how the last delivery was"),
            new Deed("visit", 90, 120, "went through the range for the next season"),
            new Deed("mail", 15, 0, "sent the price list and the delivery days"),
            new Deed("meeting", 60, 0, "talked about forecasts and call-offs"),
            new Deed("call", 30, 0, "complaint about two cartons, put right"),
            new Deed("guidance", 180, 90, "helped in the warehouse with the new labels"),
            new Deed("discussion", 60, 0, "what their customers ask for"),
            new Deed("training", 120, 60, "trained their sales people on the new goods"));

    private static final List<Deed> AMONG_OURSELVES = List.of(
            new Deed("coordination", 60, 0, "weekly round of the key account team"),
            new Deed("coordination", 45, 0, "stocks and late orders with the warehouse"),
            new Deed("coordination", 30, 0, "credit limits with finance"));

    /// Once; nothing in samples without these people.
    void write() {
        Optional<User> director = users.byName("director");
        Optional<User> manager = users.byName("kam");
        if (director.isEmpty() || manager.isEmpty()) {
            return;
        }
        LocalDate monday = LocalDate.now(clock).with(DayOfWeek.MONDAY);
        boolean there = Acting.as(
                Actor.of(director.get()),
                () -> !desk.known(List.of(uid("firm", 0))).isEmpty());
        if (there) {
            return;
        }
        for (int place = 0; place < KEY_ACCOUNTS.size(); place++) {
            Optional<AccountCard> account = accounts.byCode(KEY_ACCOUNTS.get(place));
            if (account.isPresent()) {
                boolean own = manager.get().id()
                        == Optional.ofNullable(account.get().managerId()).orElse(-1L);
                year(account.get(), place, own ? manager.get() : director.get(), monday);
            }
        }
        Acting.run(Actor.of(director.get()), () -> among(monday));
        Acting.run(Actor.of(manager.get()), () -> diary(monday));
    }

    /// The larger the account, the more often.
    private void year(AccountCard account, int place, User user, LocalDate monday) {
        List<Position> there = people.positionsAt(account.id());
        int step = 2 + place / 2;
        Acting.run(Actor.of(user), () -> {
            int number = 0;
            for (int week = -WEEKS_BACK + place; week <= WEEKS_AHEAD; week += step) {
                Deed deed = WITH_CUSTOMERS.get((number + place) % WITH_CUSTOMERS.size());
                LocalDate day = monday.plusWeeks(week).plusDays((number + place) % 5);
                Position met = there.isEmpty() ? null : there.get(number % there.size());
                String words = met == null || met.erased()
                        ? "Invented: " + deed.words()
                        : "Invented: " + deed.words() + ", with @" + met.name();
                keep(
                        form(
                                account.code(),
                                deed,
                                day,
                                "%02d:%s".formatted(9 + (number + place) % 7, place % 2 == 0 ? "00" : "30"),
                                words,
                                met == null || met.erased() ? List.of() : List.of(String.valueOf(met.personId())),
                                together(deed, place, user),
                                BEGUN_BY.get(number % BEGUN_BY.size())),
                        uid(account.code(), number));
                number++;
            }
        });
    }

    /// At the first accounts the engineer and the service come along where there is something to show.
    private List<String> together(Deed deed, int place, User user) {
        if (place >= TOGETHER) {
            return List.of();
        }
        return switch (deed.kind()) {
            case "guidance", "training" -> with(user, "engineer");
            case "discussion", "meeting" -> with(user, "service");
            default -> List.of();
        };
    }

    private List<String> with(User user, String name) {
        return users.byName(name).map(one -> List.of(user.name(), one.name())).orElse(List.of());
    }

    /// What a manager's mornings go to, for twelve weeks.
    private void diary(LocalDate monday) {
        for (int day = 0; day < DIARY_WEEKS * 7; day++) {
            LocalDate on = monday.minusWeeks(DIARY_WEEKS).plusDays(day);
            if (on.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                keep(
                        form(
                                "",
                                new Deed("coordination", 120, 0, ""),
                                on,
                                "13:15",
                                "Invented: where is which order, and who answers for it",
                                List.of(),
                                List.of(),
                                ""),
                        uid("diary", day));
            }
        }
    }

    private void among(LocalDate monday) {
        for (int week = -WEEKS_BACK; week <= 1; week++) {
            Deed deed = AMONG_OURSELVES.get(Math.floorMod(week, AMONG_OURSELVES.size()));
            List<String> colleagues = new ArrayList<>(List.of("director", "kam"));
            if (deed.words().contains("credit")) {
                colleagues.add("controller");
            }
            keep(
                    form(
                            "",
                            deed,
                            monday.plusWeeks(week),
                            "08:15",
                            "Invented: " + deed.words(),
                            List.of(),
                            colleagues,
                            ""),
                    uid("firm", week + WEEKS_BACK));
        }
    }

    private static ActivityForm form(
            String account,
            Deed deed,
            LocalDate day,
            String time,
            String words,
            List<String> met,
            List<String> colleagues,
            String begunBy) {
        return new ActivityForm(
                account,
                deed.kind(),
                "",
                day.toString(),
                time,
                "",
                String.valueOf(deed.minutes()),
                String.valueOf(deed.travel()),
                "",
                words,
                colleagues,
                met,
                List.of(),
                "",
                "",
                begunBy);
    }

    private static String uid(String whose, int number) {
        return "invented-" + whose + "-" + number + "@mainstay";
    }

    private void keep(ActivityForm form, String uid) {
        if (desk.add(form, "page", uid) instanceof ActivityOutcome.Refused refused) {
            throw new IllegalStateException("the sample's activity " + uid + " is refused: " + refused.refusals());
        }
    }
}
