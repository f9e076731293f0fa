package mainstay.team.energy;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Team")
@Allowed.Everyone
class EnergyApi {

    private static final int HOUR = 60;

    private final EnergyDesk desk;
    private final AccountHours accountHours;
    private final Accounts accounts;
    private final Clock clock;

    EnergyApi(EnergyDesk desk, AccountHours accountHours, Accounts accounts, Clock clock) {
        this.desk = desk;
        this.accountHours = accountHours;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Hours that are on record.
    ///
    /// @param external      hours with customers
    /// @param meetings      hours of activities among ourselves
    /// @param decisions     hours of saying yes or no
    /// @param internalShare fraction among ourselves; null where nothing is on record
    /// @param working       hours that there were; null where nobody knows
    /// @param measured      fraction of these that is on record; null likewise
    /// @param verdict       `alarm`, `between`, `target`, `unsure` or `nothing`
    record HoursJson(
            double external,
            double meetings,
            double decisions,
            @Nullable Double internalShare,
            @Nullable Double working,
            @Nullable Double measured,
            String verdict) {

        static HoursJson of(Energy energy, Verdict verdict) {
            return new HoursJson(
                    energy.external() / HOUR,
                    energy.meetings() / HOUR,
                    energy.decisions() / HOUR,
                    energy.internalShare(),
                    energy.working() > 0 ? Double.valueOf(energy.working() / HOUR) : null,
                    energy.measured(),
                    verdict.code());
        }
    }

    record RowJson(String user, String name, HoursJson hours) {}

    /// @param month its first day
    record MonthJson(LocalDate month, HoursJson hours) {}

    record OverviewJson(LocalDate from, LocalDate until, HoursJson all, List<RowJson> people, List<MonthJson> months) {}

    record PersonJson(
            String user, String name, LocalDate from, LocalDate until, HoursJson all, List<MonthJson> months) {}

    record WindowJson(LocalDate from, LocalDate until, HoursJson hours) {}

    /// @param knownOn    first day on which both sides are told: of others, whole weeks that are over are
    /// @param difference points of a percentage by which the share among ourselves rose
    record ChangeJson(
            LocalDate day,
            LocalDate knownOn,
            @Nullable WindowJson before,
            @Nullable WindowJson after,
            @Nullable Double difference,
            boolean unsure) {}

    record AccountJson(String account, LocalDate from, LocalDate until, int people, HoursJson hours) {}

    /// Of those whose hours the owner of the token may know. Where others are among them, and the owner is no
    /// director, all whole weeks that the days touch and that are over; `from` and `until` of the answer say which.
    ///
    /// @param team name that a leader signs in with; empty for all
    @GetMapping("/api/v1/energy")
    OverviewJson overview(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String team) {
        EnergyOverview found = desk.overview(desk.period(from, until), team);
        return new OverviewJson(
                found.period().from(),
                found.period().until(),
                HoursJson.of(found.all(), found.verdict()),
                found.rows().stream()
                        .map(row -> new RowJson(row.user(), row.name(), HoursJson.of(row.energy(), row.verdict())))
                        .toList(),
                months(found.months()));
    }

    private static List<MonthJson> months(List<EnergyMonth> months) {
        return months.stream()
                .map(month -> new MonthJson(month.first(), HoursJson.of(month.energy(), month.verdict())))
                .toList();
    }

    /// @param name by which the person signs in
    @GetMapping("/api/v1/energy/people/{name}")
    PersonJson person(@PathVariable String name) {
        PersonEnergy found = desk.person(name);
        return new PersonJson(
                found.person().name(),
                found.person().fullName(),
                found.period().from(),
                found.period().until(),
                HoursJson.of(found.all(), found.verdict()),
                months(found.months()));
    }

    /// Before and after a day.
    @GetMapping("/api/v1/energy/change")
    ChangeJson change(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "" + EnergyController.WEEKS) int weeks,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String person) {
        LocalDate from =
                day.isBlank() ? LocalDate.now(clock).minusWeeks(EnergyController.WEEKS) : EnergyPeriod.day(day);
        EnergyChange found = desk.change(from, Math.clamp(weeks, 1, EnergyController.MOST_WEEKS), team, person);
        return new ChangeJson(
                found.day(),
                found.knownOn(),
                window(found.before()),
                window(found.after()),
                found.difference(),
                found.isUnsure());
    }

    private static @Nullable WindowJson window(EnergyChange.@Nullable Window window) {
        return window == null
                ? null
                : new WindowJson(
                        window.period().from(),
                        window.period().until(),
                        HoursJson.of(window.energy(), window.verdict()));
    }

    @GetMapping("/api/v1/accounts/{code}/energy")
    AccountJson account(@PathVariable String code) {
        AccountEnergy found = accountHours.demanded(accounts.at(code));
        return new AccountJson(
                accounts.at(code).code(),
                found.period().from(),
                found.period().until(),
                found.people(),
                HoursJson.of(found.energy(), found.verdict()));
    }
}
