package mainstay.dossier.document;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.dossier.document.Document.Retirement;
import mainstay.dossier.document.Document.Version;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/accounts/{code}/documents")
@Tag(name = "Archive")
@Allowed.Everyone
class DocumentApi {

    private final Accounts accounts;
    private final DocumentDesk desk;
    private final DocumentAnswer answer;

    DocumentApi(Accounts accounts, DocumentDesk desk, DocumentAnswer answer) {
        this.accounts = accounts;
        this.desk = desk;
        this.answer = answer;
    }

    /// A document.
    ///
    /// @param field   code of the field whose fact it belongs to; null: the account as a whole
    /// @param person  number of the person of the account whom it tells of; null: nobody
    /// @param level   from which on it is read: 1 card, 2 business, 3 full, 4 personal
    /// @param retired why it is of no use any more; null while it is
    record DocumentJson(
            long id,
            @Nullable String field,
            @Nullable Long person,
            String part,
            int level,
            @Nullable String retired,
            List<VersionJson> versions) {

        static DocumentJson of(Document document) {
            Retirement retired = document.retired();
            Document.Subject person = document.person();
            return new DocumentJson(
                    document.id(),
                    document.field(),
                    person == null ? null : person.id(),
                    document.part().code(),
                    document.level().number(),
                    retired == null ? null : retired.because(),
                    document.versions().stream().map(VersionJson::of).toList());
        }
    }

    /// @param kind    told by the content
    /// @param scanned whether a scanner for viruses found nothing in it
    record VersionJson(int version, String name, String kind, long bytes, boolean scanned, String by, Instant at) {

        static VersionJson of(Version version) {
            return new VersionJson(
                    version.n(),
                    version.name(),
                    version.kind().code(),
                    version.bytes(),
                    version.scanned(),
                    version.by(),
                    version.at());
        }
    }

    /// @param reason why it is of no use any more
    record Retiring(@Nullable String reason) {}

    @GetMapping
    List<DocumentJson> documents(@PathVariable String code) {
        return desk.of(accounts.at(code)).stream().map(DocumentJson::of).toList();
    }

    /// @param version the newest where it is missing
    @GetMapping("/{id:\\d+}/content")
    void content(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletResponse response)
            throws IOException {
        Document document = desk.at(accounts.at(code), id);
        answer.write(document, desk.version(document, version), false, response);
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ResponseEntity<DocumentJson> add(
            @PathVariable String code, DocumentForm form, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        AccountCard account = accounts.at(code);
        return filed(account, SentFiles.during(file, sent -> desk.add(account, form, sent)));
    }

    @PostMapping("/{id:\\d+}/versions")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    ResponseEntity<DocumentJson> renew(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        AccountCard account = accounts.at(code);
        Document document = desk.at(account, id);
        return filed(account, SentFiles.during(file, sent -> desk.renew(account, document, sent)));
    }

    @PostMapping("/{id:\\d+}/retirement")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String code, @PathVariable long id, @RequestBody Retiring wanted) {
        AccountCard account = accounts.at(code);
        desk.retire(account, desk.at(account, id), wanted.reason());
    }

    private static ResponseEntity<DocumentJson> filed(AccountCard account, DocumentOutcome outcome) {
        return switch (outcome) {
            case DocumentOutcome.Filed filed ->
                ResponseEntity.created(URI.create("/api/v1" + account.path() + "/documents/"
                                + filed.document().id() + "/content"))
                        .body(DocumentJson.of(filed.document()));
            case DocumentOutcome.Refused refused ->
                throw new Problem.Invalid(
                        refused.reason().key(), refused.reason().arguments().toArray());
        };
    }
}
