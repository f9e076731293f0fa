package mainstay.dossier;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import mainstay.dossier.StaleBoard.Old;
import mainstay.dossier.StaleBoard.Row;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.NeedsScope;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the archive knew once and should be asked again, for programs.
@RestController
@RequestMapping("/api/v1/archive")
@Tag(name = "Archive")
@Allowed.Everyone
@NeedsScope(TokenScope.READ_ARCHIVE)
class StaleApi {

    private final StaleFacts stale;
    private final FactDesk desk;
    private final ReadLog log;

    StaleApi(StaleFacts stale, FactDesk desk, ReadLog log) {
        this.stale = stale;
        this.desk = desk;
        this.log = log;
    }

    /// A page of accounts with something old, the most money first. What is personal is told to no program.
    ///
    /// @param asOf     the day at whose end it is looked
    /// @param accounts of all pages; likewise `facts`
    /// @param revenue  of all these accounts over twelve months; null where unknown
    record StaleJson(
            LocalDate asOf,
            int page,
            int pages,
            long accounts,
            long facts,
            @Nullable BigDecimal revenue,
            List<AccountJson> rows) {}

    record AccountJson(
            String account, String name, @Nullable BigDecimal revenue, List<OldJson> facts) {

        static AccountJson of(Row row) {
            return new AccountJson(
                    row.code(),
                    row.name(),
                    decimal(row.revenue()),
                    row.facts().stream().map(OldJson::of).toList());
        }
    }

    /// @param id      what goes back to confirm it
    /// @param staleOn from this day on it is old
    record OldJson(
            long id,
            String field,
            String part,
            String value,
            LocalDate observedOn,
            @Nullable LocalDate staleOn) {

        static OldJson of(Old old) {
            return new OldJson(
                    old.fact().id(),
                    old.field().code(),
                    old.field().part().code(),
                    old.fact().value().plain(),
                    old.fact().observedOn(),
                    old.fact().staleOn());
        }
    }

    /// @param facts numbers of facts that still hold, as of today
    record Reconfirmations(@Nullable List<Long> facts) {}

    /// @param confirmed how many were
    /// @param left      how many were not: something else stands there by now, or they are not to be written
    record ReconfirmedJson(int confirmed, int left) {}

    @GetMapping("/stale")
    StaleJson stale(StaleFilter filter) {
        StaleBoard board = outward(stale.board(filter));
        List<Look> looks = board.looks("api");
        if (!looks.isEmpty()) {
            log.note(looks);
        }
        return new StaleJson(
                board.today(),
                filter.shown(),
                board.pages(),
                board.accounts(),
                board.facts(),
                decimal(board.revenue()),
                board.rows().stream().map(AccountJson::of).toList());
    }

    @PostMapping("/reconfirmations")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ReconfirmedJson reconfirm(@RequestBody Reconfirmations wanted) {
        List<Long> facts = Objects.requireNonNullElse(wanted.facts(), List.<Long>of()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (facts.size() > StaleController.MOST) {
            throw new Problem.Invalid("archive.tooMany", StaleController.MOST);
        }
        int confirmed = facts.isEmpty() ? 0 : desk.reconfirmAll(facts);
        return new ReconfirmedJson(confirmed, facts.size() - confirmed);
    }

    private static StaleBoard outward(StaleBoard board) {
        return board.with(board.rows().stream()
                .map(row -> row.with(row.facts().stream()
                        .filter(old -> old.field().sensitivity() != Level.PERSONAL)
                        .toList()))
                .toList());
    }

    private static @Nullable BigDecimal decimal(@Nullable Long money) {
        return money == null ? null : new Money(money).toDecimal();
    }
}
