package mainstay.relationships.depth;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// People of theirs go to programs by number alone.
@RestController
@Tag(name = "Activities")
@Allowed.Everyone
class DepthApi {

    private final DepthDesk desk;
    private final Accounts accounts;

    DepthApi(DepthDesk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /// What a rung asks for.
    ///
    /// @param have null where nobody knows
    /// @param most whether `need` is to be gone past by nothing, instead of reached
    record EvidenceJson(String what, @Nullable Double have, double need, boolean most, boolean met) {}

    record StepJson(String rung, boolean earned, List<EvidenceJson> evidence) {}

    /// @param knownBegin fraction of the contacts of which it is known who wanted them
    /// @param theirBegin fraction of those that the customer wanted; null where it is known of none
    record DepthJson(
            String account,
            LocalDate from,
            LocalDate until,
            String rung,
            List<String> flags,
            long contacts,
            long months,
            @Nullable Double knownBegin,
            @Nullable Double theirBegin,
            List<Touches.Colleague> ours,
            List<Touches.Counterpart> theirs,
            List<Touches.Cell> cells,
            List<StepJson> ladder) {

        static DepthJson of(String account, Depth depth) {
            Touches touches = depth.touches();
            return new DepthJson(
                    account,
                    depth.from(),
                    depth.until(),
                    depth.rung().code(),
                    depth.flags().stream().map(Flag::code).toList(),
                    touches.contacts(),
                    touches.months(),
                    touches.knownBegin(),
                    touches.theirBegin(),
                    touches.ours(),
                    touches.theirs(),
                    touches.cells(),
                    depth.steps().stream().map(DepthApi::step).toList());
        }
    }

    private static StepJson step(Ladder.Step step) {
        return new StepJson(
                step.rung().code(),
                step.earned(),
                step.evidence().stream()
                        .map(one -> new EvidenceJson(one.what(), one.have(), one.need(), one.most(), one.isMet()))
                        .toList());
    }

    /// @param next what the rung above still asks for
    record RowJson(String account, String name, String rung, List<String> flags, long contacts, List<String> next) {

        static RowJson of(KeyDepths.Row row) {
            return new RowJson(
                    row.code(),
                    row.name(),
                    row.depth().rung().code(),
                    row.depth().flags().stream().map(Flag::code).toList(),
                    row.depth().touches().contacts(),
                    row.depth().next().map(Ladder.Step::missing).orElse(List.of()).stream()
                            .map(Evidence::what)
                            .toList());
        }
    }

    @GetMapping("/api/v1/accounts/{code}/depth")
    DepthJson one(@PathVariable String code) {
        AccountCard account = accounts.at(code);
        return DepthJson.of(account.code(), desk.of(account));
    }

    /// Key accounts.
    ///
    /// @param sort `depth`, `contacts` or `name`
    /// @param flag `one-of-ours`, `one-of-theirs`, `ours-left`, `theirs-left`, `one-way` or `no-contact`
    @GetMapping("/api/v1/depth")
    List<RowJson> all(@RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "") String flag) {
        return desk.ofKeyAccounts(sort, flag).shown().stream().map(RowJson::of).toList();
    }
}
