package mainstay.team;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.team.duty.Assigning;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.duty.Duty;
import mainstay.team.duty.DutyDesk;
import mainstay.team.duty.Field;
import mainstay.team.duty.Gap;
import mainstay.team.member.Member;
import mainstay.team.member.MemberForm;
import mainstay.team.member.TeamDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Team")
@Allowed.Everyone
class TeamApi {

    private static final int LARGEST = 200;

    private final Accounts accounts;
    private final TeamDesk team;
    private final DutyDesk duties;
    private final Assigning assigning;
    private final CoverageBoard board;
    private final UserDesk users;

    TeamApi(
            Accounts accounts,
            TeamDesk team,
            DutyDesk duties,
            Assigning assigning,
            CoverageBoard board,
            UserDesk users) {
        this.accounts = accounts;
        this.team = team;
        this.duties = duties;
        this.assigning = assigning;
        this.board = board;
        this.users = users;
    }

    /// Somebody who works for an account.
    ///
    /// @param id         null for the manager of the account who has no membership of the own
    /// @param user       name that the person signs in with
    /// @param function   `marketing`, `research`, `support`, `finance` or `administration`
    /// @param role       `sponsor`, `second`, `specialist` or `assistant`; null likewise
    /// @param discount   percent that the person may agree alone
    /// @param share      percent of the person's working time
    /// @param bonusShare percent; null where there is none, or the reader may not know
    /// @param now        whether it lasts today
    record MemberJson(
            @Nullable Long id,
            String user,
            String name,
            @Nullable String function,
            @Nullable String role,
            boolean manager,
            @Nullable String responsibility,
            @Nullable String authority,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal share,
            @Nullable String deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal bonusShare,
            @Nullable String benefit,
            boolean now) {

        static MemberJson of(Member member, boolean now) {
            return new MemberJson(
                    member.id(),
                    member.user(),
                    member.name(),
                    member.function(),
                    member.role(),
                    member.manager(),
                    member.responsibility(),
                    member.authority(),
                    member.discount(),
                    member.share(),
                    member.deputy(),
                    member.fromDay(),
                    member.untilDay(),
                    member.bonusShare(),
                    member.benefit(),
                    now);
        }
    }

    /// Somebody to work for an account.
    ///
    /// @param user   name that the person signs in with; likewise `deputy`
    /// @param from   first day; today where it is missing
    record NewMember(
            @Nullable String user,
            @Nullable String function,
            @Nullable String role,
            @Nullable String responsibility,
            @Nullable String authority,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal share,
            @Nullable String deputy,
            @Nullable String from,
            @Nullable String until) {}

    /// @param part  `accountable`, `responsible`, `consulted` or `informed`
    /// @param field number of the field of work
    record DutyJson(
            int field,
            @Nullable String code,
            @Nullable String title,
            String user,
            String name,
            String part,
            @Nullable Integer turn,
            Instant since) {}

    /// @param user name that the person signs in with
    record NewDuty(
            @Nullable Integer field,
            @Nullable String user,
            @Nullable String part,
            @Nullable Integer turn) {}

    /// Where nobody answers, or two do.
    ///
    /// @param money      own sales of the account in twelve months; null where unknown
    /// @param groupMoney those of the group of which it is the head; null for others
    /// @param fields     numbers of the fields of work
    record GapJson(
            String kind,
            String account,
            String name,
            @Nullable Long money,
            @Nullable Long groupMoney,
            @Nullable String person,
            @Nullable String other,
            @Nullable LocalDate since,
            List<Integer> fields) {}

    /// A page of gaps, those with the most money first.
    record GapPage(int page, int size, int total, List<GapJson> gaps) {}

    @GetMapping("/api/v1/accounts/{code}/team")
    List<MemberJson> team(@PathVariable String code) {
        TeamDesk.Team found = team.of(accounts.at(code));
        return Stream.concat(
                        found.now().stream().map(member -> MemberJson.of(member, true)),
                        found.others().stream().map(member -> MemberJson.of(member, false)))
                .toList();
    }

    @PostMapping("/api/v1/accounts/{code}/team")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
    List<MemberJson> add(@PathVariable String code, @RequestBody NewMember wanted) {
        AccountCard account = accounts.at(code);
        MemberForm form = new MemberForm(
                number(wanted.user()),
                wanted.function(),
                wanted.role(),
                wanted.responsibility(),
                wanted.authority(),
                plain(wanted.discount()),
                plain(wanted.share()),
                wanted.deputy() == null ? "" : number(wanted.deputy()),
                wanted.from() == null ? team.emptyForm().of("from") : wanted.from(),
                wanted.until(),
                "",
                "");
        refuse(team.add(account, form).values().stream().findFirst().orElse(null));
        return team(code);
    }

    @GetMapping("/api/v1/accounts/{code}/duties")
    List<DutyJson> duties(@PathVariable String code) {
        Map<Integer, Field> fields = new HashMap<>();
        duties.fields().forEach(field -> fields.put(field.id(), field));
        return duties.of(accounts.at(code)).stream()
                .map(duty -> json(duty, Objects.requireNonNull(fields.get(duty.fieldId()))))
                .toList();
    }

    private static DutyJson json(Duty duty, Field field) {
        return new DutyJson(
                field.id(),
                field.code(),
                field.title(),
                duty.user(),
                duty.name(),
                duty.part(),
                duty.turn(),
                duty.since());
    }

    /// Gives somebody a duty; who was accountable before is so no more.
    @PostMapping("/api/v1/accounts/{code}/duties")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM, Role.AGENT})
    List<DutyJson> assign(@PathVariable String code, @RequestBody NewDuty wanted) {
        DutyDesk.Wish wish = new DutyDesk.Wish(
                Objects.requireNonNullElse(wanted.field(), 0),
                number(wanted.user()),
                Objects.requireNonNullElse(wanted.part(), ""),
                wanted.turn(),
                null,
                true);
        refuse(assigning.all(accounts.at(code), List.of(wish)).orElse(null));
        return duties(code);
    }

    /// @param kind `nobody`, `gone`, `away` or `overlap`; all where it is missing
    /// @param page from 1
    @GetMapping("/api/v1/coverage")
    GapPage coverage(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (!kind.isEmpty() && !Gap.KINDS.contains(kind)) {
            throw new Problem.Invalid("archive.unreadable", "kind", kind);
        }
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
        if (page < 1) {
            throw new Problem.Invalid("archive.unreadable", "page", page);
        }
        List<Gap> all = board.gaps(kind);
        List<GapJson> shown = all.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(gap -> new GapJson(
                        gap.kind(),
                        gap.code(),
                        gap.account(),
                        gap.money(),
                        gap.groupMoney(),
                        gap.person(),
                        gap.other(),
                        gap.since(),
                        gap.fieldNumbers()))
                .toList();
        return new GapPage(page, size, all.size(), shown);
    }

    private String number(@Nullable String user) {
        return user == null
                ? ""
                : users.byName(user).map(User::id).map(String::valueOf).orElse("unknown");
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static void refuse(@Nullable Text why) {
        if (why != null) {
            throw new Problem.Invalid(why.key(), why.arguments().toArray());
        }
    }
}
