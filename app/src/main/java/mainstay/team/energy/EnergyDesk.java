package mainstay.team.energy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.FirmDesk;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.team.energy.Energies.Somebody;
import mainstay.team.energy.Energies.Taken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells where time goes, to those who may know it: of oneself, of whom one leads, and directors of everybody.
@Service
@Transactional(readOnly = true)
public class EnergyDesk {

    private static final int MONTHS = 12;
    private static final int ACCOUNTS = 20;
    private static final int RECENT_WEEKS = 4;
    private static final int RULES = 12;
    private static final Set<String> BYSTANDERS = Set.of("administrator", "viewer");
    private static final Comparator<EnergyRow> WORST_FIRST = Comparator.comparing(EnergyRow::verdict)
            .thenComparingDouble(row -> -Objects.requireNonNullElse(row.energy().internalShare(), 0.0))
            .thenComparingLong(EnergyRow::userId);

    private final Energies energies;
    private final Circles circles;
    private final UserDesk users;
    private final FirmDesk firm;
    private final Clock clock;

    EnergyDesk(Energies energies, Circles circles, UserDesk users, FirmDesk firm, Clock clock) {
        this.energies = energies;
        this.circles = circles;
        this.users = users;
        this.firm = firm;
        this.clock = clock;
    }

    public EnergySettings settings() {
        return energies.settings();
    }

    /// @param from a day; empty as until
    public EnergyPeriod period(String from, String until) {
        return EnergyPeriod.of(from, until, LocalDate.now(clock));
    }

    /// @param team name that somebody signs in with: the people whom that one leads; empty for all
    public EnergyOverview overview(EnergyPeriod asked, String team) {
        List<Somebody> people = energies.people();
        Circle circle = circles.team(team, people);
        EnergyPeriod period = circle.readable(asked, LocalDate.now(clock));
        EnergySettings settings = energies.settings();
        List<EnergyRow> rows = rows(circle, people, period, settings);
        Energy all = sum(rows);
        return new EnergyOverview(
                period,
                team,
                Circles.isWhole(),
                settings,
                all,
                settings.verdict(all),
                rows,
                teams(people, rows, settings),
                months(circle, numbers(rows), EnergyPeriod.monthsUpTo(period.until(), MONTHS), settings),
                accounts(circle, period));
    }

    private List<EnergyRow> rows(Circle circle, List<Somebody> people, EnergyPeriod period, EnergySettings settings) {
        Map<Long, Energy> spent = new HashMap<>();
        read(circle, period, settings).forEach((person, months) -> spent.put(person, sum(months.values().stream())));
        return people.stream()
                .filter(one -> circle.has(one.id()))
                .filter(one -> counts(one, spent.getOrDefault(one.id(), Energy.NONE)))
                .map(one -> row(one, spent.getOrDefault(one.id(), Energy.NONE), settings))
                .sorted(WORST_FIRST)
                .toList();
    }

    /// Of whoever only looks on, administers or is shut out, working time counts beside hours on record alone.
    private static boolean counts(Somebody one, Energy energy) {
        return energy.total() > 0 || (one.enabled() && !BYSTANDERS.contains(one.role()));
    }

    private static Set<Long> numbers(List<EnergyRow> rows) {
        return rows.stream().map(EnergyRow::userId).collect(Collectors.toSet());
    }

    private static EnergyRow row(Somebody one, Energy energy, EnergySettings settings) {
        return new EnergyRow(one.id(), one.user(), one.name(), energy, settings.verdict(energy));
    }

    private static Energy sum(Stream<Energy> energies) {
        return energies.reduce(Energy.NONE, Energy::plus);
    }

    private static Energy sum(List<EnergyRow> rows) {
        return sum(rows.stream().map(EnergyRow::energy));
    }

    /// By person and month.
    private Map<Long, Map<YearMonth, Energy>> read(Circle circle, EnergyPeriod period, EnergySettings settings) {
        Long[] people = circle.numbers();
        Map<Long, Map<YearMonth, Energy>> read = new HashMap<>();
        String workingDays = firm.settings().workingDays();
        double daily = settings.dailyMinutes(workingDays);
        energies.spent(people, period)
                .forEach(one -> add(read, one.userId(), one.month(), side(one.side(), one.minutes())));
        energies.working(people, period, workingDays)
                .forEach(one -> add(read, one.userId(), one.month(), Energy.of(0, 0, 0, one.days() * daily)));
        return read;
    }

    private static Energy side(String side, double minutes) {
        return switch (side) {
            case "external" -> Energy.of(minutes, 0, 0, 0);
            case "internal" -> Energy.of(0, minutes, 0, 0);
            default -> Energy.of(0, 0, minutes, 0);
        };
    }

    private static void add(Map<Long, Map<YearMonth, Energy>> read, long person, LocalDate month, Energy energy) {
        read.computeIfAbsent(person, first -> new TreeMap<>()).merge(YearMonth.from(month), energy, Energy::plus);
    }

    private static List<EnergyTeam> teams(List<Somebody> people, List<EnergyRow> rows, EnergySettings settings) {
        Map<Long, EnergyRow> byId = rows.stream().collect(Collectors.toMap(EnergyRow::userId, row -> row));
        List<EnergyTeam> teams = new ArrayList<>();
        for (EnergyRow leader : rows) {
            List<EnergyRow> team = Leaders.teamOf(leader.userId(), people).stream()
                    .flatMap(one -> Stream.ofNullable(byId.get(one)))
                    .toList();
            if (team.size() > 1) {
                Energy all = sum(team);
                teams.add(new EnergyTeam(leader.user(), leader.name(), team.size(), all, settings.verdict(all)));
            }
        }
        return teams;
    }

    /// @param shown whose hours count
    private List<EnergyMonth> months(Circle circle, Set<Long> shown, EnergyPeriod year, EnergySettings settings) {
        YearMonth last = EnergyPeriod.monthOf(year.until());
        Map<YearMonth, Energy> months = new LinkedHashMap<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            months.put(last.minusMonths(back), Energy.NONE);
        }
        read(circle, year, settings).forEach((person, byMonth) -> {
            if (shown.contains(person)) {
                byMonth.forEach((month, energy) -> months.merge(month, energy, Energy::plus));
            }
        });
        return months.entrySet().stream()
                .map(month ->
                        new EnergyMonth(month.getKey().atDay(1), month.getValue(), settings.verdict(month.getValue())))
                .toList();
    }

    private List<EnergyOverview.Account> accounts(Circle circle, EnergyPeriod period) {
        return energies.accounts(circle.numbers(), period, ACCOUNTS).stream()
                .map(EnergyDesk::account)
                .toList();
    }

    private static EnergyOverview.Account account(Taken taken) {
        return new EnergyOverview.Account(
                taken.code(), taken.name(), new Energy(taken.external(), taken.meetings(), 0, 0, 0));
    }

    /// Twelve months of somebody.
    public PersonEnergy person(String name) {
        User person = user(name);
        Circle circle = circles.person(person);
        EnergySettings settings = energies.settings();
        EnergyPeriod year = EnergyPeriod.monthsUpTo(circle.last(LocalDate.now(clock)), MONTHS);
        List<EnergyMonth> months = months(circle, Set.of(person.id()), year, settings);
        Energy all = sum(months.stream().map(EnergyMonth::energy));
        return new PersonEnergy(person, year, settings, all, settings.verdict(all), months, accounts(circle, year));
    }

    private User user(String name) {
        return users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }

    /// @param weeks  at most so many before, and as many after
    /// @param team   as for the overview
    /// @param person name that somebody signs in with; empty for the team
    public EnergyChange change(LocalDate day, int weeks, String team, String person) {
        Circle circle = person.isBlank() ? circles.team(team, energies.people()) : circles.person(user(person));
        EnergySettings settings = energies.settings();
        LocalDate first = circle.since(day);
        LocalDate planned = first.plusWeeks(weeks).minusDays(1);
        LocalDate readable = circle.last(LocalDate.now(clock));
        LocalDate last = planned.isAfter(readable) ? readable : planned;
        EnergyChange.Window before = null;
        EnergyChange.Window after = null;
        if (!last.isBefore(first)) {
            EnergyPeriod since = new EnergyPeriod(first, last);
            LocalDate end = circle.before(day);
            before = window(circle, new EnergyPeriod(end.minusDays(since.days() - 1), end), settings);
            after = window(circle, since, settings);
        }
        return new EnergyChange(day, circle.knownOn(day), weeks, team, person, settings, before, after, rules());
    }

    private List<EnergyChange.Rule> rules() {
        return energies.changes(RULES).stream()
                .map(rule -> new EnergyChange.Rule(
                        rule.kind(),
                        rule.version(),
                        LocalDate.ofInstant(rule.changedAt(), clock.getZone()),
                        rule.changedAt(),
                        rule.changedBy()))
                .toList();
    }

    private EnergyChange.Window window(Circle circle, EnergyPeriod period, EnergySettings settings) {
        Energy all = sum(rows(circle, energies.people(), period, settings));
        return new EnergyChange.Window(period, all, settings.verdict(all));
    }

    /// Twelve months of an account, as far as the reader sees what was done for it.
    public AccountEnergy at(long account) {
        LocalDate today = LocalDate.now(clock);
        EnergyPeriod period = new EnergyPeriod(today.minusMonths(MONTHS).plusDays(1), today);
        EnergySettings settings = energies.settings();
        String workingDays = firm.settings().workingDays();
        double daily = settings.dailyMinutes(workingDays);
        Collection<Energy> people = energies.at(account, period, workingDays).stream()
                .map(one ->
                        new Energy(one.external(), one.meetings(), one.decisions(), one.covered(), one.days() * daily))
                .toList();
        Energy all = sum(people.stream());
        int recorded = (int) people.stream().filter(one -> one.total() > 0).count();
        return new AccountEnergy(period, settings, all, settings.verdict(all), recorded);
    }

    /// Those whose last four whole weeks went mostly to ourselves, as far as enough of them is on record.
    List<EnergyRow> alarms() {
        EnergyPeriod recent = EnergyPeriod.weeksBefore(LocalDate.now(clock), RECENT_WEEKS);
        EnergySettings settings = energies.settings();
        List<Somebody> people =
                energies.people().stream().filter(Somebody::enabled).toList();
        return rows(circles.known(), people, recent, settings).stream()
                .filter(row -> row.verdict() == Verdict.ALARM)
                .toList();
    }
}
