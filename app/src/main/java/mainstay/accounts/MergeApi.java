package mainstay.accounts;

import io.swagger.v3.oas.annotations.tags.Tag;
import mainstay.accounts.MergeDecision.Merged;
import mainstay.accounts.MergeDecision.Refused;
import mainstay.accounts.MergeDecision.Undone;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}/merges")
@Tag(name = "Accounts")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class MergeApi {

    private final MergeDesk desk;

    MergeApi(MergeDesk desk) {
        this.desk = desk;
    }

    /// Which account is merged into the one of the address.
    ///
    /// @param with its code
    record WantedMerge(@Nullable String with) {}

    /// A merge that stands.
    ///
    /// @param merged code of the account that was merged, and still leads to the survivor
    record MergeJson(long id, String survivor, String merged) {}

    @PostMapping
    ResponseEntity<MergeJson> merge(@PathVariable String code, @RequestBody WantedMerge wanted) {
        String with = wanted.with();
        if (with == null || with.isBlank()) {
            throw new Problem.Invalid("merge.noOther");
        }
        return switch (desk.merge(AccountAddress.codeOf(code), with)) {
            case Merged done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new MergeJson(
                                done.merge(),
                                done.survivor().code(),
                                done.merged().code()));
            case Refused refused -> throw conflict(refused);
            case Undone undone -> throw new IllegalStateException("nothing was to be undone: " + undone);
        };
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> undo(@PathVariable String code, @PathVariable long id) {
        if (desk.undo(code, id) instanceof Refused refused) {
            throw conflict(refused);
        }
        return ResponseEntity.noContent().build();
    }

    private static Problem conflict(Refused refused) {
        return new Problem.Conflict(
                refused.why().key(), refused.why().arguments().toArray());
    }
}
