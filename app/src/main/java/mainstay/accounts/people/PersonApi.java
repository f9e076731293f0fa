package mainstay.accounts.people;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PeopleReads.PersonRead;
import mainstay.accounts.people.PersonJson.ContactJson;
import mainstay.accounts.people.PersonJson.DayJson;
import mainstay.accounts.people.PersonJson.PageJson;
import mainstay.accounts.people.PersonJson.PositionJson;
import mainstay.accounts.people.PersonJson.WholeJson;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
@Allowed.Everyone
class PersonApi {

    private static final int LARGEST = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final PersonFiles files;
    private final PersonDesk desk;
    private final Accounts accounts;
    private final PeopleReads reads;

    PersonApi(PersonFiles files, PersonDesk desk, Accounts accounts, PeopleReads reads) {
        this.files = files;
        this.desk = desk;
        this.accounts = accounts;
        this.reads = reads;
    }

    /// A person to write down, or how one is to be from now on.
    ///
    /// @param account    code of the account of the first position; for somebody new only
    /// @param position   the first position; for somebody new only
    /// @param seen       revision that was read; for a change only
    /// @param submission UUID of the program's own choice: sent twice, it makes one person
    /// @param anyway     whether it is somebody else than those who look alike
    record NewPerson(
            @Nullable String account,
            @Nullable String name,
            @Nullable String latinName,
            @Nullable String code,
            @Nullable List<ContactJson> contacts,
            @Nullable List<DayJson> days,
            @Nullable NewPosition position,
            @Nullable Integer seen,
            @Nullable String submission,
            @Nullable Boolean anyway) {

        PersonForm form() {
            List<ContactJson> ways = Objects.requireNonNullElse(contacts, List.<ContactJson>of());
            List<DayJson> dates = Objects.requireNonNullElse(days, List.<DayJson>of());
            return new PersonForm(
                    name,
                    latinName,
                    code,
                    ways.stream().map(way -> text(way.kind())).toList(),
                    ways.stream().map(way -> text(way.value())).toList(),
                    ways.stream().map(way -> text(way.note())).toList(),
                    dates.stream().map(day -> text(day.kind())).toList(),
                    dates.stream().map(day -> text(day.month())).toList(),
                    dates.stream().map(day -> text(day.day())).toList(),
                    dates.stream().map(day -> text(day.note())).toList(),
                    text(seen),
                    submission,
                    Boolean.TRUE.equals(anyway) ? "yes" : "");
        }
    }

    /// @param account code; not asked for where the person is new
    /// @param request UUID of the program's own choice: sent twice, it makes one position
    record NewPosition(
            @Nullable String account,
            @Nullable String title,
            @Nullable String department,
            @Nullable String function,
            @Nullable String from,
            @Nullable String until,
            @Nullable String request) {

        PositionForm form() {
            return new PositionForm(account, title, department, function, from, until, "", request);
        }
    }

    /// @param last the last day
    record Ending(@Nullable String last) {}

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @GetMapping("/api/v1/people")
    PageJson people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
        if (page < 1 || page > LAST_PAGE) {
            throw new Problem.Invalid("archive.unreadable", "page", page);
        }
        PersonFiles.Found found = files.page(q, page, size);
        reads.note(found.entries().stream()
                .filter(entry -> !entry.contacts().isEmpty())
                .map(entry -> PersonRead.of(entry.person(), entry.positions()))
                .toList());
        return new PageJson(
                page,
                size,
                found.total(),
                found.entries().stream().map(PersonJson::of).toList());
    }

    @GetMapping("/api/v1/people/{id}")
    WholeJson person(@PathVariable long id) {
        return whole(id);
    }

    private WholeJson whole(long id) {
        PersonFile file = files.at(id);
        if (!file.contacts().isEmpty() || !file.days().isEmpty()) {
            reads.note(List.of(PersonRead.of(file.person(), file.positions())));
        }
        return PersonJson.of(file);
    }

    @GetMapping("/api/v1/accounts/{code}/people")
    List<PositionJson> ofAccount(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        return files.positionsAt(accounts.at(code).id()).stream()
                .filter(position -> asOf == null || position.isHeldOn(asOf))
                .map(PositionJson::of)
                .toList();
    }

    @PostMapping("/api/v1/people")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ResponseEntity<WholeJson> add(@RequestBody NewPerson wanted) {
        NewPosition position = wanted.position();
        if (wanted.account() == null || position == null) {
            throw new Problem.Invalid("people.wrong.noAccount");
        }
        PersonOutcome outcome = desk.add(accounts.at(wanted.account()), wanted.form(), position.form());
        WholeJson kept = whole(kept(outcome));
        return ResponseEntity.created(URI.create(kept.person().href())).body(kept);
    }

    @PutMapping("/api/v1/people/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    WholeJson change(@PathVariable long id, @RequestBody NewPerson wanted) {
        return whole(kept(desk.change(id, wanted.form())));
    }

    @PostMapping("/api/v1/people/{id}/positions")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ResponseStatus(HttpStatus.CREATED)
    WholeJson place(@PathVariable long id, @RequestBody NewPosition wanted) {
        return whole(kept(desk.place(id, null, wanted.form())));
    }

    @PostMapping("/api/v1/people/{id}/positions/{position}/end")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    WholeJson end(@PathVariable long id, @PathVariable long position, @RequestBody Ending wanted) {
        if (files.at(id).positions().stream().noneMatch(one -> one.id() == position)) {
            throw new Problem.NotFound("people.unknownPosition", String.valueOf(position));
        }
        return whole(kept(desk.end(position, text(wanted.last()))));
    }

    private static long kept(PersonOutcome outcome) {
        return switch (outcome) {
            case PersonOutcome.Kept kept -> kept.person();
            case PersonOutcome.Refused refused -> {
                Text first = refused.refusals().values().iterator().next();
                throw new Problem.Invalid(first.key(), first.arguments().toArray());
            }
            case PersonOutcome.Overtaken overtaken -> throw new Problem.Conflict("people.changedMeanwhile");
            case PersonOutcome.Alike alike ->
                throw new Problem.Conflict(
                        "people.alikeNumbers",
                        alike.twins().stream()
                                .map(twin -> String.valueOf(twin.person().id()))
                                .collect(Collectors.joining(", ")));
        };
    }
}
