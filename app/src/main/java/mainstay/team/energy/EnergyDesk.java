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
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.FirmDesk;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.team.energy.Energies.Somebody;
import mainstay.team.energy.Energies.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells where time goes, to those who may know it: of oneself, of whom one leads, and directors of everybody.
@Service
@Transactional(readOnly = true)
public class EnergyDesk {

    private static final int MONTHS = 12;
    private static final int ACCOUNTS = 20;
    private static final int RECENT_DAYS = 28;
    private static final int RULES = 12;
    private static final int DAYS_OF_WEEK = 7;
    private static final Set<String> BYSTANDERS = Set.of("administrator", "viewer");
    private static final Comparator<EnergyRow> WORST_FIRST = Comparator.comparing(EnergyRow::verdict)
            .thenComparingDouble(row -> -Objects.requireNonNullElse(row.energy().internalShare(), 0.0))
            .thenComparingLong(EnergyRow::userId);

    private final Energies energies;
    private final UserDesk users;
    private final FirmDesk firm;
    private final Clock clock;

    EnergyDesk(Energies energies, UserDesk users, FirmDesk firm, Clock clock) {
        this.energies = energies;
        this.users = users;
        this.firm = firm;
        this.clock = clock;
    }

    public EnergySettings settings() {
        return energies.settings();
    }

    /// At least a week where somebody else's hours are read by whoever leads: single days are nobody's business.
    ///
    /// @param from  a day; empty as until
    public EnergyPeriod period(String from, String until) {
        EnergyPeriod asked = EnergyPeriod.of(from, until, LocalDate.now(clock));
        return isWhole() ? asked : asked.atLeastAWeek();
    }

    private static boolean isWhole() {
        return Acting.actor().reaches(Level.FULL);
    }

    /// Numbers of those whose hours the reader may know; null for everybody.
    private Long @Nullable [] known() {
        if (isWhole()) {
            return null;
        }
        Actor actor = Acting.actor();
        return Stream.concat(Stream.ofNullable(actor.id()), energies.led().stream())
                .distinct()
                .toArray(Long[]::new);
    }

    /// @param team name that somebody signs in with: the people whom that one leads; empty for all
    public EnergyOverview overview(EnergyPeriod period, String team) {
        List<Somebody> people = energies.people();
        Long[] wanted = wanted(team, people);
        EnergySettings settings = energies.settings();
        Map<Long, Energy> spent = byPerson(wanted, period, settings);
        List<EnergyRow> rows = people.stream()
                .filter(one -> spent.containsKey(one.id()) || isIn(one, wanted))
                .map(one -> row(one, spent.getOrDefault(one.id(), Energy.NONE), settings))
                .filter(row -> isShown(row, people))
                .sorted(WORST_FIRST)
                .toList();
        Energy all = sum(rows.stream().map(EnergyRow::energy));
        return new EnergyOverview(
                period,
                team,
                isWhole(),
                settings,
                all,
                settings.verdict(all),
                rows,
                teams(people, rows, settings),
                months(wanted, numbers(rows), period.until(), settings),
                accounts(wanted, period));
    }

    private static boolean isIn(Somebody one, Long @Nullable [] wanted) {
        return one.enabled() && (wanted == null || List.of(wanted).contains(one.id()));
    }

    /// Whoever only looks on or administers is shown where there are hours.
    private static boolean isShown(EnergyRow row, List<Somebody> people) {
        return row.energy().total() > 0
                || people.stream()
                        .anyMatch(one -> one.id() == row.userId() && one.enabled() && !BYSTANDERS.contains(one.role()));
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

    /// @throws Problem.NotFound where nobody signs in with that name
    private Long @Nullable [] wanted(String team, List<Somebody> people) {
        Long[] known = known();
        if (team.isBlank()) {
            return known;
        }
        Somebody leader = people.stream()
                .filter(one -> one.user().equals(team))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("user.unknown"));
        return Leaders.teamOf(leader.id(), people).stream()
                .filter(one -> known == null || List.of(known).contains(one))
                .toArray(Long[]::new);
    }

    private Map<Long, Energy> byPerson(Long @Nullable [] people, EnergyPeriod period, EnergySettings settings) {
        Map<Long, Energy> spent = new HashMap<>();
        read(people, period, settings).forEach((person, months) -> spent.put(person, sum(months.values().stream())));
        return spent;
    }

    /// By person and month.
    private Map<Long, Map<YearMonth, Energy>> read(
            Long @Nullable [] people, EnergyPeriod period, EnergySettings settings) {
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
                Energy all = sum(team.stream().map(EnergyRow::energy));
                teams.add(new EnergyTeam(leader.user(), leader.name(), team.size(), all, settings.verdict(all)));
            }
        }
        return teams;
    }

    /// @param shown whose hours count
    private List<EnergyMonth> months(
            Long @Nullable [] people, Set<Long> shown, LocalDate until, EnergySettings settings) {
        YearMonth last = YearMonth.from(until);
        Map<YearMonth, Energy> months = new LinkedHashMap<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            months.put(last.minusMonths(back), Energy.NONE);
        }
        EnergyPeriod year = new EnergyPeriod(last.minusMonths(MONTHS - 1).atDay(1), until);
        read(people, year, settings).forEach((person, byMonth) -> {
            if (shown.contains(person)) {
                byMonth.forEach((month, energy) -> months.merge(month, energy, Energy::plus));
            }
        });
        return months.entrySet().stream()
                .map(month ->
                        new EnergyMonth(month.getKey().atDay(1), month.getValue(), settings.verdict(month.getValue())))
                .toList();
    }

    private List<EnergyOverview.Account> accounts(Long @Nullable [] people, EnergyPeriod period) {
        return energies.accounts(people, period, ACCOUNTS).stream()
                .map(EnergyDesk::account)
                .toList();
    }

    private static EnergyOverview.Account account(Taken taken) {
        return new EnergyOverview.Account(
                taken.code(), taken.name(), new Energy(taken.external(), taken.meetings(), 0, 0, 0));
    }

    /// Twelve months of somebody.
    public PersonEnergy person(String name) {
        User person = users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
        demand(person);
        Long[] one = {person.id()};
        EnergySettings settings = energies.settings();
        LocalDate today = LocalDate.now(clock);
        List<EnergyMonth> months = months(one, Set.of(person.id()), today, settings);
        Energy all = sum(months.stream().map(EnergyMonth::energy));
        EnergyPeriod period = new EnergyPeriod(months.getFirst().first(), today);
        return new PersonEnergy(person, period, settings, all, settings.verdict(all), months, accounts(one, period));
    }

    private void demand(User person) {
        Long[] known = known();
        if (known != null && !List.of(known).contains(person.id())) {
            throw new Problem.Forbidden("energy.notYours");
        }
    }

    /// @param weeks  at most so many before, and as many after
    /// @param team   as for the overview
    /// @param person name that somebody signs in with; empty for the team
    public EnergyChange change(LocalDate day, int weeks, String team, String person) {
        Long[] people = person.isBlank() ? wanted(team, energies.people()) : one(person);
        EnergySettings settings = energies.settings();
        LocalDate today = LocalDate.now(clock);
        LocalDate planned = day.plusDays((long) weeks * DAYS_OF_WEEK - 1);
        LocalDate last = planned.isAfter(today) ? today : planned;
        EnergyChange.Window before = null;
        EnergyChange.Window after = null;
        if (!day.isAfter(today)) {
            EnergyPeriod since = new EnergyPeriod(day, last);
            before = window(people, new EnergyPeriod(day.minusDays(since.days()), day.minusDays(1)), settings);
            after = window(people, since, settings);
        }
        List<EnergyChange.Rule> rules = energies.changes(RULES).stream()
                .map(rule -> new EnergyChange.Rule(
                        rule.kind(),
                        rule.version(),
                        LocalDate.ofInstant(rule.changedAt(), clock.getZone()),
                        rule.changedAt(),
                        rule.changedBy()))
                .toList();
        return new EnergyChange(day, weeks, team, person, settings, before, after, rules);
    }

    private Long[] one(String name) {
        User person = users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
        demand(person);
        return new Long[] {person.id()};
    }

    /// The working time of whoever only looks on, and has nothing on record, is no part of it.
    private EnergyChange.Window window(Long @Nullable [] people, EnergyPeriod period, EnergySettings settings) {
        Map<Long, Energy> spent = byPerson(people, period, settings);
        Set<Long> bystanders = energies.people().stream()
                .filter(one -> BYSTANDERS.contains(one.role()) || !one.enabled())
                .map(Somebody::id)
                .collect(Collectors.toSet());
        Energy all = sum(spent.entrySet().stream()
                .filter(one -> one.getValue().total() > 0 || !bystanders.contains(one.getKey()))
                .map(Map.Entry::getValue));
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

    /// Those whose last four weeks went mostly to ourselves, as far as enough of them is on record.
    List<EnergyRow> alarms() {
        LocalDate today = LocalDate.now(clock);
        EnergyPeriod recent = new EnergyPeriod(today.minusDays(RECENT_DAYS - 1), today);
        EnergySettings settings = energies.settings();
        Long[] people = known();
        Map<Long, Energy> spent = byPerson(people, recent, settings);
        return energies.people().stream()
                .filter(one -> one.enabled() && spent.containsKey(one.id()))
                .map(one -> row(one, spent.getOrDefault(one.id(), Energy.NONE), settings))
                .filter(row -> row.verdict() == Verdict.ALARM)
                .sorted(WORST_FIRST)
                .toList();
    }
}
