package mainstay.dossier.look;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.TokenScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who has seen an account, and what a person has seen, for programs.
@RestController
@Tag(name = "Archive")
@Allowed.Everyone
@NeedsScope(TokenScope.READ_ARCHIVE)
class LookApi {

    private final LookDesk desk;

    LookApi(LookDesk desk) {
        this.desk = desk;
    }

    /// A page of the read log, the newest look first.
    ///
    /// @param total  looks of all pages
    /// @param sealed how many looks of the whole log the chain holds
    record LooksJson(int page, int pages, long total, long sealed, List<LookJson> looks) {}

    /// @param person  the name that somebody signs in with
    /// @param account its code; null where the reader does not see it
    /// @param where   as on the pages, such as `page`, `board`, `print`, `export` or `api`
    /// @param level   3 full, 4 personal
    /// @param loan    by which it was seen; null where none was needed
    record LookJson(
            long id,
            Instant at,
            String person,
            @Nullable String account,
            String where,
            List<String> parts,
            int level,
            @Nullable Long loan,
            @Nullable String detail) {

        static LookJson of(Seen look) {
            return new LookJson(
                    look.id(),
                    look.at(),
                    look.actor(),
                    look.code(),
                    look.where(),
                    look.parts(),
                    look.level(),
                    look.loanId(),
                    look.detail());
        }
    }

    @GetMapping("/api/v1/archive/looks")
    LooksJson looks(LookFilter filter) {
        LookReport report = desk.report(filter);
        return new LooksJson(
                filter.shown(),
                report.pages(),
                report.count(),
                report.chain().sealed(),
                report.looks().stream().map(LookJson::of).toList());
    }
}
