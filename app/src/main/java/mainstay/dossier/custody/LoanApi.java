package mainstay.dossier.custody;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/archive/loans")
@Tag(name = "Archive")
@Allowed.Everyone
class LoanApi {

    private static final int MOST = 200;
    private static final int FARTHEST = 100_000;

    private final LoanDesk desk;

    LoanApi(LoanDesk desk) {
        this.desk = desk;
    }

    /// A loan.
    ///
    /// @param name          of the account; null where it is not seen
    /// @param parts         `basic`, `characteristics`, `business`, `transaction`, and `personal` for
    /// what is personal there
    /// @param renews        the loan at whose end this one begins
    /// @param state         `asked`, `waiting`, `out`, `ended`, `refused`, `withdrawn`, `returned` or
    /// `recalled`
    /// @param closedBecause why it was called back
    record LoanJson(
            long id,
            String account,
            @Nullable String name,
            String borrower,
            List<String> parts,
            String purpose,
            int days,
            @Nullable Long renews,
            String state,
            Instant askedAt,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant closedAt,
            @Nullable String closedBecause) {

        static LoanJson of(Loan loan) {
            return new LoanJson(
                    loan.id(),
                    loan.code(),
                    loan.name(),
                    loan.borrower(),
                    loan.parts(),
                    loan.purpose(),
                    loan.days(),
                    loan.renews(),
                    loan.state(),
                    loan.askedAt(),
                    loan.startsAt(),
                    loan.endsAt(),
                    loan.closedAt(),
                    loan.closedBecause());
        }
    }

    /// What is to be borrowed.
    ///
    /// @param account its code; not asked with `renews`
    /// @param parts   `basic`, `characteristics`, `business`, `transaction`, and `personal`; not asked
    /// with `renews`
    /// @param days    from 1 to 90
    /// @param renews  a loan of one's own that is to go on
    record NewLoan(
            @Nullable String account,
            @Nullable List<String> parts,
            @Nullable String purpose,
            @Nullable Integer days,
            @Nullable Long renews) {

        LoanForm form() {
            return new LoanForm(
                    account,
                    parts,
                    purpose,
                    days == null ? "" : days.toString(),
                    renews == null ? "" : renews.toString());
        }
    }

    /// @param reason why it is called back
    record Recall(@Nullable String reason) {}

    /// @param list `mine`, or `others` for those of archives that one answers for
    @GetMapping
    List<LoanJson> list(@RequestParam(defaultValue = "mine") String list, @RequestParam(defaultValue = "1") int page) {
        if (!LoanController.LISTS.contains(list)) {
            throw new Problem.Invalid("loan.noSuchList");
        }
        if (page < 1 || page > FARTHEST) {
            throw new Problem.Invalid("approvals.badPage");
        }
        int from = (page - 1) * MOST;
        return (list.equals("mine") ? desk.mine(MOST, from) : desk.ofOthers(MOST, from))
                .stream().map(LoanJson::of).toList();
    }

    @GetMapping("/{id}")
    LoanJson one(@PathVariable long id) {
        return LoanJson.of(desk.view(id).loan());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LoanJson ask(@RequestBody NewLoan wanted) {
        return switch (desk.ask(wanted.form())) {
            case LoanOutcome.Asked asked -> LoanJson.of(asked.loan());
            case LoanOutcome.Refused refused -> {
                Text first = refused.refusals().values().iterator().next();
                throw new Problem.Invalid(first.key(), first.arguments().toArray());
            }
        };
    }

    @PostMapping("/{id}/return")
    LoanJson giveBack(@PathVariable long id) {
        desk.giveBack(id);
        return one(id);
    }

    @PostMapping("/{id}/recall")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    LoanJson recall(@PathVariable long id, @RequestBody Recall wanted) {
        desk.recall(id, Objects.requireNonNullElse(wanted.reason(), ""));
        return one(id);
    }
}
