package mainstay.planning.key;

import static mainstay.planning.key.Mark.AMBER;
import static mainstay.planning.key.Mark.GREEN;
import static mainstay.planning.key.Mark.RED;
import static mainstay.planning.key.Mark.UNKNOWN;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// Judges the keys of one account on a day.
final class KeyRules {

    static final double WELL = 0.8;
    static final double HALF = 0.5;
    static final int GRACE = 14;
    private static final int LONG_OLD = 180;
    private static final int LONG_UNANSWERED = 30;

    private final KeyFigures figures;
    private final LocalDate today;

    private KeyRules(KeyFigures figures, LocalDate today) {
        this.figures = figures;
        this.today = today;
    }

    static List<KeyMark> judge(KeyFigures figures, LocalDate today) {
        KeyRules rules = new KeyRules(figures, today);
        return List.of(
                KeyMark.of(Key.UNDERSTAND, List.of(rules.freshness(), rules.business("people", rules.people()))),
                KeyMark.of(Key.COMPETITORS, rules.competitors()),
                KeyMark.of(Key.PROFITABILITY, rules.profitability()),
                KeyMark.of(Key.PLAN, rules.plan()),
                KeyMark.of(Key.ARCHIVE, List.of(rules.archive())),
                KeyMark.of(Key.PROCESS, rules.process()),
                KeyMark.of(
                        Key.WIN_WIN,
                        List.of(rules.business("shared", rules.shared()), rules.business("needs", rules.needs()))),
                KeyMark.of(Key.PERSISTENCE, List.of(rules.business("contact", rules.contact()))));
    }

    private boolean seesBusiness() {
        return figures.level() >= Level.BUSINESS.number();
    }

    private KeyCheck business(String code, KeyCheck check) {
        return seesBusiness() ? check : KeyCheck.hidden(code);
    }

    private String at(String panel) {
        return AccountCard.pathOf(figures.code()) + "/" + panel;
    }

    private static Mark least(double share, double well, double half) {
        return share >= well ? GREEN : share >= half ? AMBER : RED;
    }

    private KeyCheck freshness() {
        if (figures.askedWeight() == 0 && figures.hiddenWeight() > 0) {
            return KeyCheck.hidden("freshness");
        }
        if (figures.filledWeight() == 0) {
            return new KeyCheck("freshness", UNKNOWN, "none", List.of(), at("archive"));
        }
        double share = (double) figures.freshWeight() / figures.filledWeight();
        return new KeyCheck(
                "freshness", least(share, WELL, HALF), "share", List.of(share, figures.old()), at("archive"));
    }

    private KeyCheck people() {
        int known = figures.people();
        Mark mark = known >= figures.leastPeople() ? GREEN : known > 0 ? AMBER : RED;
        return new KeyCheck("people", mark, "count", List.of(known, figures.leastPeople()), at("people"));
    }

    private List<KeyCheck> competitors() {
        List<KeyCheck> checks = new ArrayList<>();
        Boolean seen = figures.rivalsSeen();
        if (seen != null) {
            checks.add(seen ? rivals() : KeyCheck.hidden("rivals"));
        }
        if (!seesBusiness()) {
            checks.add(KeyCheck.hidden("competition"));
        } else if (figures.planId() != null) {
            boolean written = Boolean.TRUE.equals(figures.competition());
            checks.add(new KeyCheck(
                    "competition",
                    written ? GREEN : AMBER,
                    written ? "written" : "missing",
                    List.of(),
                    planPath("/strategy#competition")));
        } else if (checks.isEmpty()) {
            checks.add(new KeyCheck("competition", UNKNOWN, "noPlan", List.of(), at("plan")));
        }
        return checks;
    }

    private KeyCheck rivals() {
        if (!figures.rivalsKnown()) {
            return new KeyCheck("rivals", UNKNOWN, "none", List.of(), at("archive"));
        }
        LocalDate old = figures.rivalsOldOn();
        if (old == null || old.isAfter(today)) {
            return new KeyCheck("rivals", GREEN, "fresh", List.of(), at("archive"));
        }
        boolean forLong = old.plusDays(LONG_OLD).isBefore(today);
        return new KeyCheck("rivals", forLong ? RED : AMBER, forLong ? "longOld" : "old", List.of(), at("archive"));
    }

    private List<KeyCheck> profitability() {
        if (!seesBusiness()) {
            return List.of(KeyCheck.hidden("costs"));
        }
        Long revenue = figures.revenue();
        Long known = figures.knownRevenue();
        if (revenue == null || revenue <= 0 || known == null) {
            return List.of(new KeyCheck("costs", UNKNOWN, "noSales", List.of(), at("business")));
        }
        double share = Math.clamp((double) known / revenue, 0, 1);
        KeyCheck costs = new KeyCheck(
                "costs",
                share >= WELL ? GREEN : share >= HALF ? AMBER : UNKNOWN,
                "share",
                List.of(share),
                at("profit"));
        return costs.mark() == UNKNOWN ? List.of(costs) : List.of(costs, margin(known));
    }

    /// Over the sales whose cost is known.
    private KeyCheck margin(long known) {
        double margin = (double) Objects.requireNonNullElse(figures.profit(), 0L) / known;
        double least = figures.leastMargin() / 100.0;
        Mark mark = margin >= least ? GREEN : margin >= 0 ? AMBER : RED;
        return new KeyCheck("margin", mark, "share", List.of(margin, least), at("profit"));
    }

    private String planPath(String below) {
        return figures.planId() == null ? at("plan") : "/plans/" + figures.planId() + below;
    }

    private List<KeyCheck> plan() {
        if (!seesBusiness()) {
            return List.of(KeyCheck.hidden("plan"));
        }
        LocalDate from = figures.periodFrom();
        LocalDate until = figures.periodTo();
        if (from == null || until == null) {
            return List.of(new KeyCheck("plan", RED, "none", List.of(), at("plan")));
        }
        boolean approved = "approved".equals(figures.planState());
        boolean later = from.isAfter(today);
        String say = later ? "later" : approved ? "runs" : "unapproved";
        return List.of(
                new KeyCheck(
                        "plan", approved && !later ? GREEN : AMBER, say, List.of(later ? from : until), planPath("")),
                review(),
                goals());
    }

    private KeyCheck review() {
        LocalDate due = Objects.requireNonNull(figures.reviewedOn()).plusDays(figures.reviewDays());
        Mark mark = !due.isBefore(today) ? GREEN : due.plusDays(GRACE).isBefore(today) ? RED : AMBER;
        return new KeyCheck("review", mark, mark == GREEN ? "due" : "late", List.of(due), planPath("/reviews/new"));
    }

    private KeyCheck goals() {
        Mark mark = figures.measured() > 0 ? GREEN : figures.goals() > 0 ? AMBER : RED;
        String say = mark == GREEN ? "live" : mark == AMBER ? "unmeasured" : "none";
        return new KeyCheck("goals", mark, say, List.of(figures.measured()), planPath("/goals/new"));
    }

    private KeyCheck archive() {
        if (figures.askedWeight() == 0) {
            return figures.hiddenWeight() > 0
                    ? KeyCheck.hidden("complete")
                    : new KeyCheck("complete", UNKNOWN, "nothingAsked", List.of(), at("archive"));
        }
        double share = (double) figures.filledWeight() / figures.askedWeight();
        double least = figures.leastArchive() / 100.0;
        return new KeyCheck(
                "complete",
                least(share, least, least / 2),
                "share",
                List.of(share, least, figures.missing()),
                at("archive"));
    }

    private List<KeyCheck> process() {
        if (!seesBusiness()) {
            return List.of(KeyCheck.hidden("overdue"));
        }
        if (figures.toDo() == 0 && figures.judged() == 0) {
            String say = figures.works() == 0 ? "noWork" : "notLately";
            return List.of(new KeyCheck("overdue", UNKNOWN, say, List.of(), planPath("")));
        }
        List<KeyCheck> checks = new ArrayList<>();
        checks.add(overdue(figures.overdueSince()));
        if (figures.judged() > 0) {
            double share = (double) figures.inTime() / figures.judged();
            checks.add(new KeyCheck(
                    "inTime",
                    least(share, WELL, HALF),
                    "share",
                    List.of(share, figures.inTime(), figures.judged()),
                    planPath("")));
        }
        return checks;
    }

    private KeyCheck overdue(@Nullable LocalDate since) {
        if (since == null) {
            return new KeyCheck("overdue", GREEN, "none", List.of(), planPath(""));
        }
        Mark mark = since.plusDays(GRACE).isBefore(today) ? RED : AMBER;
        return new KeyCheck("overdue", mark, "count", List.of(figures.overdue(), since), planPath(""));
    }

    private KeyCheck shared() {
        boolean some = figures.shared() > 0;
        return new KeyCheck(
                "shared",
                some ? GREEN : AMBER,
                some ? "some" : "none",
                List.of(figures.shared()),
                planPath("/goals/new"));
    }

    private KeyCheck needs() {
        LocalDate since = figures.unansweredSince();
        if (figures.needs() == 0) {
            return new KeyCheck("needs", UNKNOWN, "none", List.of(), at("needs"));
        }
        if (since == null) {
            return new KeyCheck("needs", GREEN, "answered", List.of(figures.needs()), at("needs"));
        }
        Mark mark = since.plusDays(LONG_UNANSWERED).isBefore(today) ? RED : AMBER;
        return new KeyCheck("needs", mark, "open", List.of(figures.unanswered(), since), at("needs"));
    }

    private KeyCheck contact() {
        LocalDate last = figures.contactOn();
        LocalDate planned = figures.plannedOn();
        if (last == null) {
            return new KeyCheck("contact", UNKNOWN, "never", List.of(figures.contactDays()), at("activities"));
        }
        long days = ChronoUnit.DAYS.between(last, today);
        boolean soon = planned != null && !planned.isAfter(today.plusDays(GRACE));
        Mark mark =
                days <= figures.contactDays() ? GREEN : soon || 2 * days <= 3L * figures.contactDays() ? AMBER : RED;
        return new KeyCheck(
                "contact",
                mark,
                soon ? "planned" : "last",
                soon
                        ? List.of(last, days, figures.contactDays(), Objects.requireNonNull(planned))
                        : List.of(last, days, figures.contactDays()),
                at("activities"));
    }
}
