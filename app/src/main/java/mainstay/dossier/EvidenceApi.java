package mainstay.dossier;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.dossier.FactJson.PaperJson;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Evidence for programs. A new file is kept for a fact by `POST /api/v1/accounts/{code}/documents` with its field.
@RestController
@Tag(name = "Archive")
@Allowed.Everyone
class EvidenceApi {

    private final Accounts accounts;
    private final EvidenceDesk desk;
    private final Evidence evidence;

    EvidenceApi(Accounts accounts, EvidenceDesk desk, Evidence evidence) {
        this.accounts = accounts;
        this.desk = desk;
        this.evidence = evidence;
    }

    /// @param seen     number of the fact
    /// @param document number of a document of the account
    record Naming(@Nullable Long seen, @Nullable Long document) {}

    /// Names a document that is there as evidence of the fact that stands.
    ///
    /// @return all that the fact rests on
    @PostMapping("/api/v1/accounts/{code}/facts/{field}/evidence")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ResponseStatus(HttpStatus.CREATED)
    List<PaperJson> name(@PathVariable String code, @PathVariable String field, @RequestBody Naming wanted) {
        AccountCard account = accounts.at(code);
        EvidenceForm form = new EvidenceForm(text(wanted.seen()), text(wanted.document()), null);
        return switch (desk.add(account, field, form)) {
            case FactOutcome.Kept kept ->
                evidence.of(account).getOrDefault(kept.fact().id(), List.of()).stream()
                        .map(paper -> PaperJson.of(account, paper))
                        .toList();
            case FactOutcome.Refused refused -> {
                Text first = refused.refusals().values().iterator().next();
                throw new Problem.Invalid(first.key(), first.arguments().toArray());
            }
            case FactOutcome.Overtaken overtaken -> throw new Problem.Conflict("archive.moved");
        };
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
