package mainstay.dossier.custody;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.TokenScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Who answers for an archive, for programs. To name somebody opens doors: people do that, with their own session.
@RestController
@Tag(name = "Archive")
@Allowed.Everyone
@NeedsScope(TokenScope.READ_ARCHIVE)
class CustodyApi {

    private final Accounts accounts;
    private final CustodyDesk desk;

    CustodyApi(Accounts accounts, CustodyDesk desk) {
        this.accounts = accounts;
        this.desk = desk;
    }

    /// @param named   null where nobody was named
    /// @param manager full name of who answers where nobody was named; null where directors do
    /// @param members who reads what is personal, too
    /// @param past    who answered before, the newest first
    record CustodyJson(
            String account,
            @Nullable TermJson named,
            @Nullable String manager,
            List<MemberJson> members,
            List<TermJson> past) {

        static CustodyJson of(AccountCard account, Custody custody) {
            Custody.Term named = custody.named();
            return new CustodyJson(
                    account.code(),
                    named == null ? null : TermJson.of(named),
                    custody.manager(),
                    custody.members().stream().map(MemberJson::of).toList(),
                    custody.past().stream().map(TermJson::of).toList());
        }
    }

    /// @param until null for the one that stands
    record TermJson(
            String custodian,
            @Nullable String deputy,
            Instant since,
            @Nullable Instant until,
            String givenBy) {

        static TermJson of(Custody.Term term) {
            return new TermJson(term.custodian(), term.deputy(), term.since(), term.until(), term.givenBy());
        }
    }

    record MemberJson(String name, String namedBy, Instant namedAt) {

        static MemberJson of(Custody.Member member) {
            return new MemberJson(member.fullName(), member.namedBy(), member.namedAt());
        }
    }

    @GetMapping("/api/v1/accounts/{code}/custody")
    CustodyJson custody(@PathVariable String code) {
        AccountCard account = accounts.at(code);
        return CustodyJson.of(account, desk.of(account));
    }
}
